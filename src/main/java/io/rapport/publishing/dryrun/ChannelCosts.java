package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one message costs, by channel. A channel that is missing costs nothing.
 *
 * @param currency of all amounts, ISO 4217
 * @param each by the channel's word
 */
public record ChannelCosts(String currency, Map<String, BigDecimal> each) {

    public ChannelCosts {
        each = Map.copyOf(each);
        each.forEach((channel, cost) -> {
            io.rapport.facts.Channel.ofWord(channel);
            if (cost.signum() < 0) {
                throw new IllegalArgumentException(
                        "A message by " + channel + " costs [" + cost + "].\nMaybe without the minus.");
            }
        });
    }

    /** Round figures of 2026 for a small shop; a shop that knows its own sets them. */
    public static ChannelCosts usual() {
        return new ChannelCosts("GBP", Map.of(
                "email", new BigDecimal("0.002"), "sms", new BigDecimal("0.05"), "letter", new BigDecimal("0.95"),
                "call-centre", new BigDecimal("4.00"), "fax", new BigDecimal("0.10"), "mobile", new BigDecimal("0.001")));
    }

    /** These, and the usual ones for channels that are not among them. */
    public ChannelCosts overUsual() {
        var all = new TreeMap<>(usual().each);
        all.putAll(each);
        return new ChannelCosts(currency, all);
    }

    BigDecimal of(String channel) {
        return each.getOrDefault(channel, BigDecimal.ZERO);
    }
}
