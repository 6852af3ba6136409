/**
 * What happens on the user's desktop: an animation and a terminal that scrolls, only the animation, a person who types,
 * a film in a window, or nothing.
 */
export const sceneKinds = ['busy', 'animation', 'office', 'film', 'still'] as const;

export type SceneKind = (typeof sceneKinds)[number];

export function isSceneKind(text: string): text is SceneKind {
  return sceneKinds.some((kind) => kind === text);
}

/** Tells a scene's process to leave everything as it stands. */
export const freezeSignal = 'SIGUSR2';
