/** Says what is being done and, when it is done, how long it took: one line a step. */
export async function step(title, work) {
  const began = Date.now();
  const stopTicking = tick(title, began);
  try {
    const result = await work();
    stopTicking();
    process.stdout.write(`  ${title}  ${elapsed(began)}\n`);
    return result;
  } catch (error) {
    stopTicking();
    process.stdout.write(`  ${title}  failed after ${elapsed(began)}\n`);
    throw error;
  }
}

function elapsed(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** On a terminal the line counts the seconds; in a log it is written once at the beginning. */
function tick(title, began) {
  if (!process.stdout.isTTY) {
    process.stdout.write(`  ${title} …\n`);
    return () => undefined;
  }
  const show = () => process.stdout.write(`\r  ${title} … ${elapsed(began)} `);
  show();
  const timer = setInterval(show, 500);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\x1b[2K');
  };
}
