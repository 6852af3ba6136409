const notes = [659.25, 783.99];
const noteSeconds = 0.16;
const loudness = 0.12;

/** Two soft notes, to call a person back to a page in the background. Silent where sound is not allowed. */
export function chime(): void {
  const context = new AudioContext();
  if (context.state !== 'running') return void context.close();
  const volume = new GainNode(context, { gain: loudness });
  volume.connect(context.destination);
  notes.forEach((frequency, place) => {
    const note = new OscillatorNode(context, { frequency });
    note.connect(volume);
    note.start(context.currentTime + place * noteSeconds);
    note.stop(context.currentTime + (place + 1) * noteSeconds);
    if (place === notes.length - 1) note.addEventListener('ended', () => void context.close());
  });
}
