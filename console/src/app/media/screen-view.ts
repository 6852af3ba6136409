import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { Picture } from './picture.js';

/** The user's screen, by tiles on a canvas or by video, whichever shows it now. */
@Component({
  selector: 'md-screen-view',
  template: `
    <video
      #video
      autoplay
      playsinline
      disablepictureinpicture
      [muted]="true"
      [srcObject]="picture.stream()"
      (resize)="noticeVideo()"
    ></video>
    <canvas #canvas [class.behind]="picture.face() !== 'tiles'"></canvas>
  `,
  host: { '[attr.data-face]': 'picture.face()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScreenView {
  readonly picture = inject(Picture);
  readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');

  constructor() {
    afterNextRender(() => {
      this.picture.tiles.paintOn(this.canvas().nativeElement);
    });
    // Each time a video is awaited, its first frame is what counts: before it, the element shows an old one.
    effect((cleanUp) => {
      this.picture.stream();
      if (this.picture.videoSize()) return;
      const video = this.video().nativeElement;
      const asked = video.requestVideoFrameCallback(() => {
        this.noticeVideo();
      });
      cleanUp(() => {
        video.cancelVideoFrameCallback(asked);
      });
    });
  }

  /** The video shows a frame, or one of another size. */
  noticeVideo(): void {
    const { videoWidth: width, videoHeight: height } = this.video().nativeElement;
    if (width > 0) this.picture.videoSize.set({ width, height });
  }
}
