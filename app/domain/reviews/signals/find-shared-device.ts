import type { Signal } from "#app/domain/reviews/signals/signal.ts";

export type DeviceFacts = {
  /** Reviews of the same technician by other accounts, from the same browser or the same network. */
  sameDeviceIds: readonly string[];
  sameAddressIds: readonly string[];
  /** The technician signed in from this network, or sent reviews of others from this browser. */
  isTechnicianAddress: boolean;
  isTechnicianDevice: boolean;
};

/** Several accounts behind one browser or network, or the technician behind this one. */
export function findSharedDevice(facts: DeviceFacts): Signal | null {
  const { sameDeviceIds, sameAddressIds, isTechnicianAddress, isTechnicianDevice } = facts;
  const others = (ids: readonly string[]) =>
    ids.length === 1 ? "another account's review" : `${ids.length} reviews by other accounts`;
  const sentences = [
    isTechnicianDevice ? "It was sent from a browser that the technician used." : null,
    isTechnicianAddress ? "It was sent from a network that the technician signed in from." : null,
    sameDeviceIds.length > 0
      ? `The same browser sent ${others(sameDeviceIds)} of this technician.`
      : sameAddressIds.length > 0
        ? `The same network sent ${others(sameAddressIds)} of this technician. People in one house or behind one mobile network look the same.`
        : null,
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return null;
  return {
    kind: "shared_device",
    detail: sentences.join(" "),
    relatedIds: [...new Set([...sameDeviceIds, ...sameAddressIds])].slice(0, 20),
  };
}
