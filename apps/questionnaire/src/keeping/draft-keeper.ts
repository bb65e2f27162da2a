import { type DraftSecrets, openDraft, sealDraft } from "@mehrwert/privacy";
import type { Study } from "@mehrwert/study";
import type { Reply } from "../study-client.ts";
import { type Admitted, admissionOf } from "./admission.ts";
import { type DeviceStore, deviceMs } from "./device-store.ts";
import { type AdmissionMemory, type Draft, type KeptWork, readKeptWork } from "./draft.ts";
import type { DraftServer } from "./draft-server.ts";
import { type KeepingState, outcomeOf, type Stopped, waitMs } from "./keeping-state.ts";

/** What a keeper begins with: who it is about, and how far earlier saves had come. */
export type KeeperStart = {
  study: Pick<Study, "slug" | "wave" | "mode" | "credentialKey">;
  secrets: DraftSecrets;
  admission: AdmissionMemory;
  writer: string;
  /** Number of the newest save there has been, on whatever device. */
  revision: number;
  /** Number of the newest save the server is known to have; 0: none. */
  saved: number;
};

/** What was found when somebody is to choose. */
export type Newest = KeptWork & { revision: number; saved: number };

/** What somebody decided who found the same answers elsewhere: to go on with those, or with what is here. */
export type Chosen = "there" | "here";

type Sealed = { revision: number; sealed: string; page: string | undefined };

/** The longest time a change waits before it is sent. */
export const sendAfterMs = 700;

/**
 * Keeps a draft: sealed on this device at every change, and on the server within a second. One save is on its way at a
 * time; what is not acknowledged is sent again, unchanged or newer. It never says `saved` before the server has.
 *
 * `device` is absent where nothing may be left on the device.
 */
export class DraftKeeper {
  readonly #start: KeeperStart;
  readonly #server: DraftServer;
  readonly #device: DeviceStore | undefined;
  readonly #onState: (state: KeepingState) => void;
  #writer: string;
  #admission: AdmissionMemory;
  #draft: Draft | undefined;
  #revision: number;
  #saved: number;
  #isOnDevice = false;
  #latest: Sealed | undefined;
  #sealing: Promise<void> = Promise.resolve();
  #isSealQueued = false;
  #isSealing = false;
  #sending: Promise<void> | undefined;
  #admitting: Promise<Admitted> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #why: "offline" | "unreachable" = "unreachable";
  #stopped: Stopped | "ended" | undefined;
  #isHeld = false;
  #isWorthSending: boolean;

  constructor(
    start: KeeperStart,
    {
      server,
      device,
      onState,
    }: {
      server: DraftServer;
      device: DeviceStore | undefined;
      onState: (state: KeepingState) => void;
    },
  ) {
    this.#start = start;
    this.#server = server;
    this.#device = device;
    this.#onState = onState;
    this.#writer = start.writer;
    this.#admission = start.admission;
    this.#revision = start.revision;
    this.#saved = start.saved;
    this.#isWorthSending = start.saved > 0;
  }

  get #place() {
    return { study: this.#start.study.slug, id: this.#start.secrets.responseId };
  }

  get state(): KeepingState {
    const isOnDevice = this.#isOnDevice;
    if (this.#stopped !== undefined && this.#stopped !== "ended")
      return { at: "stopped", why: this.#stopped, isOnDevice };
    if (this.#saved === 0 && (this.#draft === undefined || !this.#isWorthSending))
      return { at: "empty" };
    if (!this.#hasUnsaved()) return { at: "saved" };
    return this.#failures > 0 ? { at: "waiting", why: this.#why, isOnDevice } : { at: "saving" };
  }

  #hasUnsaved(): boolean {
    return this.#isSealQueued || this.#isSealing || (this.#latest?.revision ?? 0) > this.#saved;
  }

  #tell(): void {
    this.#onState(this.state);
  }

  /**
   * Takes the draft as it is now. One that is not worth sending stays on this device, for the case of a reload, until there
   * is one that is: sending would use up an invitation.
   */
  change(draft: Draft, isWorthSending = true): void {
    if (this.#stopped === "ended") return;
    if (draft === this.#draft && (this.#isWorthSending || !isWorthSending)) return;
    this.#draft = draft;
    this.#isWorthSending ||= isWorthSending;
    void this.#seal();
    this.#sendSoon();
    this.#tell();
  }

  /** Seals what there is, one after the other; changes that come meanwhile share the next one. */
  #seal(): Promise<void> {
    if (this.#isSealQueued) return this.#sealing;
    this.#isSealQueued = true;
    this.#sealing = this.#sealing.then(async () => {
      this.#isSealQueued = false;
      const draft = this.#draft;
      if (draft === undefined || this.#stopped === "ended") return;
      this.#isSealing = true;
      this.#revision += 1;
      const revision = this.#revision;
      const { secrets } = this.#start;
      const work: KeptWork = { draft, admission: this.#admission };
      const place = { responseId: secrets.responseId, revision };
      const sealed = await sealDraft(secrets.key, JSON.stringify(work), place).finally(() => {
        this.#isSealing = false;
      });
      this.#latest = { revision, sealed, page: draft.page };
      await this.#keepOnDevice();
    });
    return this.#sealing;
  }

  async #keepOnDevice(): Promise<void> {
    const { study, id } = this.#place;
    if (this.#device === undefined || this.#latest === undefined) return;
    const { revision, sealed } = this.#latest;
    const kept = { revision, sealed, saved: this.#saved, writer: this.#writer };
    const before = this.#isOnDevice;
    this.#isOnDevice = await this.#device
      .write(study, id, { ...kept, until: Date.now() + deviceMs })
      .then(
        () => true,
        () => false,
      );
    if (before !== this.#isOnDevice) this.#tell();
  }

  #sendSoon(): void {
    if (this.#timer !== undefined || this.#failures > 0) return;
    if (this.#isHeld || !this.#isWorthSending) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, sendAfterMs);
  }

  /** Tries now, whatever the wait: the connection is back, or somebody asks. */
  sendNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#send();
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendLatest().finally(() => {
      this.#sending = undefined;
      if (this.#failures === 0 && this.#hasUnsaved()) this.#sendSoon();
    });
    return this.#sending;
  }

  async #sendLatest(): Promise<void> {
    await this.#sealing;
    if (this.#stopped !== undefined || this.#isHeld) return;
    if (!this.#isWorthSending || !this.#hasUnsaved()) return;
    const admitted = await this.admission();
    if (!admitted.ok) {
      if (admitted.why === "unreachable") this.#failed(undefined);
      else this.#stop(admitted.why);
      return;
    }
    await this.#sealing;
    const latest = this.#latest;
    if (latest === undefined || this.#stopped !== undefined) return;
    this.#settle(latest, await this.#server.save(this.#saveOf(latest, admitted), false));
  }

  #saveOf({ revision, sealed, page }: Sealed, { admission }: Extract<Admitted, { ok: true }>) {
    const { responseId: id } = this.#start.secrets;
    const save = { id, revision, writer: this.#writer, basedOn: this.#saved, sealed };
    return page === undefined ? { ...save, ...admission } : { ...save, page, ...admission };
  }

  #settle({ revision }: Sealed, reply: Reply): void {
    if (this.#stopped === "ended") return;
    const outcome = outcomeOf(reply);
    if (outcome === "saved") {
      this.#failures = 0;
      this.#saved = Math.max(this.#saved, revision);
      void this.#keepOnDevice();
      this.#tell();
    } else if (outcome === "failed" || outcome === "gone") {
      // Gone: deleted meanwhile, by its own time or on another device; here somebody is still answering.
      if (outcome === "gone") this.#saved = 0;
      this.#failed(reply?.retryAfterMs);
    } else this.#stop(outcome);
  }

  #failed(retryAfterMs: number | undefined): void {
    this.#failures += 1;
    this.#why = navigator.onLine === false ? "offline" : "unreachable";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#send();
      },
      waitMs(this.#failures, retryAfterMs, Math.random()),
    );
    this.#tell();
  }

  #stop(why: Stopped): void {
    this.#stopped = why;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tell();
  }

  /**
   * Holds saving back while the answers themselves are being sent: after a reply that got lost, the server would say that
   * they were sent already, which here is no news.
   */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    // At once: a wait after a failure may have ended while nothing could be sent.
    if (!isHeld && this.#hasUnsaved()) void this.sendNow();
  }

  /** Another window of this browser has taken over: what was typed here is kept, and nothing more is sent. */
  lose(): void {
    if (this.#stopped === undefined) this.#stop("other-window");
  }

  /** Sends what is not saved without waiting for anything: the page may be gone the next moment. */
  flush(): void {
    const latest = this.#latest;
    if (latest === undefined || latest.revision <= this.#saved) return;
    if (this.#stopped !== undefined || this.#isHeld || !this.#isWorthSending) return;
    const { credential, participationCode } = this.#admission;
    const needsMore = this.#start.study.credentialKey !== undefined && credential === undefined;
    if (needsMore) return;
    const isConfidential = this.#start.study.mode === "confidential";
    const admission = {
      ...(credential === undefined ? {} : { credential }),
      ...(isConfidential && participationCode !== undefined ? { participationCode } : {}),
    };
    void this.#server
      .save(this.#saveOf(latest, { ok: true, admission }), true)
      .then((reply) => this.#settle(latest, reply));
  }

  /** Whether whoever begins here has a code or a credential already. */
  get hasCode(): boolean {
    const { participationCode, credential } = this.#admission;
    return participationCode !== undefined || credential !== undefined;
  }

  /** What lets this participation in; asked for once, and again only if the server could not be reached. */
  admission(): Promise<Admitted> {
    this.#admitting ??= this.#askAdmission().then((admitted) => {
      if (!admitted.ok && admitted.why === "unreachable") this.#admitting = undefined;
      return admitted;
    });
    return this.#admitting;
  }

  #askAdmission(): Promise<Admitted> {
    const { study, secrets } = this.#start;
    const memory = {
      read: () => this.#admission,
      write: async (next: AdmissionMemory) => {
        this.#admission = next;
        await this.#seal();
      },
    };
    return admissionOf(study, secrets.responseId, { server: this.#server, memory });
  }

  /** The answers turned out to have been sent elsewhere. */
  foundSent(): void {
    this.#stop("sent");
  }

  /** This device and another one have both gone on: nothing is saved before somebody has chosen. */
  part(): void {
    if (this.#stopped === undefined) this.#stop("elsewhere");
  }

  /**
   * The newest there is, on the server and on this device, to go on from there. Undefined if there is nothing, or the
   * server would have to be asked and cannot be.
   */
  async newest(): Promise<Newest | "sent" | undefined> {
    const { responseId, key } = this.#start.secrets;
    const { study, id } = this.#place;
    const [remote, kept] = await Promise.all([
      this.#server.read(responseId),
      this.#device?.read(study, id).catch(() => undefined),
    ]);
    if (remote?.state === "sent") return "sent";
    if (remote === undefined && this.#stopped !== "other-window") return undefined;
    const there = remote?.state === "open" ? remote.draft : undefined;
    const saved = remote === undefined ? (kept?.saved ?? 0) : (there?.revision ?? 0);
    const isHereNewer = kept !== undefined && kept.revision > (there?.revision ?? 0);
    const newest = this.#stopped === "other-window" && isHereNewer ? kept : there;
    // Deleted meanwhile, by its own time or on another device: what there is, is what stands in this window.
    if (newest === undefined && remote?.state === "none" && this.#draft !== undefined)
      return { draft: this.#draft, admission: this.#admission, revision: this.#revision, saved: 0 };
    if (newest === undefined) return undefined;
    const { sealed, revision } = newest;
    const text = await openDraft(key, sealed, { responseId, revision });
    const work = text === undefined ? undefined : readKeptWork(text);
    return work && { ...work, revision, saved };
  }

  /**
   * Goes on after having been stopped, on top of what there is, under a new writer: with the newest draft, or with what
   * stands in this window, which then replaces it. Only after somebody has decided so.
   */
  takeOver({ revision, saved, draft, admission }: Newest, chosen: Chosen): void {
    const mine = this.#draft;
    this.#writer = crypto.randomUUID();
    this.#saved = saved;
    this.#revision = Math.max(this.#revision, revision);
    this.#admission = { ...this.#admission, ...admission };
    this.#stopped = undefined;
    this.#failures = 0;
    this.#latest = undefined;
    this.#draft = undefined;
    if (chosen === "here" && mine !== undefined) this.change({ ...mine });
    else if (revision > saved) this.change(draft);
    else this.#draft = draft;
    this.#tell();
  }

  /** Lets go of everything on this device; nothing is sent any more. */
  async end(): Promise<void> {
    const { study, id } = this.#place;
    this.#stopped = "ended";
    clearTimeout(this.#timer);
    await this.#sealing;
    await this.#device?.remove(study, id).catch(() => undefined);
  }

  /** Deletes everything, here and on the server. False if the server could not be told. */
  async delete(): Promise<boolean> {
    const wasSaving = this.#sending ?? Promise.resolve();
    await this.end();
    await wasSaving;
    return this.#server.remove(this.#start.secrets.responseId);
  }
}
