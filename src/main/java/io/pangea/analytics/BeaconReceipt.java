package io.pangea.analytics;

/**
 * What became of beacons.
 *
 * @param accepted how many are counted, now or by an earlier request
 * @param dropped how many are not
 */
public record BeaconReceipt(int accepted, int dropped) {

}
