package io.rapport.intake.forms;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/** Lets so many requests a minute through for each client address; an IPv6 client is its whole /64 network. */
final class RateLimit {

    private static final int REMEMBERED_CLIENTS = 20_000;

    /** Not the clock on the wall: set back, it would refuse everybody until the time before comes again. */
    static final TimeMeter METER = TimeMeter.SYSTEM_NANOTIME;

    private final int perMinute;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED_CLIENTS;
        }
    };

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Zero if the request may pass, else how long the client should wait. */
    Duration wait(String client) {
        ConsumptionProbe probe = bucket(network(client)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private synchronized Bucket bucket(String network) {
        return buckets.computeIfAbsent(network, unknown -> Bucket.builder()
                .withCustomTimePrecision(METER)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
    }

    private static String network(String client) {
        try {
            boolean literal = client.indexOf(':') >= 0;
            return literal && InetAddress.getByName(client) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                    : client;
        } catch (UnknownHostException e) {
            return client;
        }
    }
}
