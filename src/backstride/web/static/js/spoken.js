// What a locked phone shows while a spoken session plays: its name and day, and buttons that go back or on a little.
// Without this script it plays as well, under the page's address.

const SKIP_S = 15;

/** @param {HTMLAudioElement} audio */
export function announce(audio) {
  const { title = "", album = "" } = audio.dataset;
  const session = navigator.mediaSession;
  /** @param {number} seconds */
  const skip = (seconds) => {
    audio.currentTime = Math.max(0, Math.min(audio.currentTime + seconds, audio.duration || 0));
  };
  audio.addEventListener("play", () => {
    session.metadata = new MediaMetadata({ title, album, artist: "Backstride" });
    session.setActionHandler("seekbackward", (details) => skip(-(details.seekOffset ?? SKIP_S)));
    session.setActionHandler("seekforward", (details) => skip(details.seekOffset ?? SKIP_S));
  });
}

const player = document.querySelector("audio[data-title]");
if (player instanceof HTMLAudioElement && "mediaSession" in navigator) announce(player);
