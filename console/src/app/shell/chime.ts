/** Two soft notes, made here so that no file need be fetched. */
export function chime(): void {
  const audio = new AudioContext();
  note(audio, 660, 0);
  note(audio, 880, 0.14).onended = () => void audio.close();
}

function note(audio: AudioContext, pitch: number, after: number): OscillatorNode {
  const start = audio.currentTime + after;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.36);
  return tone;
}
