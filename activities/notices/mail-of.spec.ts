import { deskMail, invitationMail, noticeMail } from './mail-of.js';

describe('A mail', () => {
  const url = 'https://desk.example.org/sessions/an-id';
  const subject = 'My payroll of May';

  it('says in its body alone what a session is about', () => {
    const facts = {
      number: 1042,
      subject,
      channel: 'Finance',
      url,
      language: 'pt-BR',
      cause: null,
    };
    const told = noticeMail({ ...facts, kind: 'assigned' });
    expect(told.subject).toBe('Um atendimento agora é seu: #1042, Finance');
    expect(told.text).toContain('Pedido: #1042 My payroll of May\n');
    const invited = invitationMail({
      ...{ name: 'Noor', technician: 'Ana', organisation: 'Acme', subject, link: url },
      ...{ until: new Date(0), language: 'en' },
    });
    expect(invited.subject).toBe('Ana from Acme invites you to a support session');
    expect(invited.text).toContain('About: My payroll of May\n');
  });

  it('has one line as its header, of which no sign is cut in two', () => {
    const facts = { kind: 'policy-proposed', language: 'en', url } as const;
    const what = 'A change of the policy waits for a second person: ';
    const room = 'x'.repeat(199 - what.length);
    expect(deskMail({ ...facts, title: `${room}👋` }).subject).toBe(`${what}${room}…`);
    expect(deskMail({ ...facts, title: 'No\r\nrecording' }).subject).toBe(`${what}No recording`);
  });
});
