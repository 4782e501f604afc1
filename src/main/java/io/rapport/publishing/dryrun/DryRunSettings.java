package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Dry runs over the engine's own log.
 *
 * @param folder where runs and their results are kept; {@code data/dry-runs}
 * @param threads how many processors a run may take; 0, the default, leaves one to the engine
 * @param days how long a customer has to come back, when churn flags are scored; 90
 * @param kept how many runs are kept, the newest; 20
 * @param currency of the costs, ISO 4217; GBP
 * @param costs of one message, by channel: {@code email}, {@code sms}, {@code letter} ...; usual ones where none is set
 */
@ConfigurationProperties("rapport.publishing.dry-run")
public record DryRunSettings(
        @DefaultValue("data/dry-runs") Path folder,
        @DefaultValue("0") int threads,
        @DefaultValue("90") int days,
        @DefaultValue("20") int kept,
        @DefaultValue("GBP") String currency,
        @DefaultValue Map<String, BigDecimal> costs) {

    /** The same, as one run takes it. */
    public DryRun.Settings ofOneRun(boolean asIfAgreed) {
        var processors = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new DryRun.Settings(threads == 0 ? processors : threads, days, new ChannelCosts(currency, costs).overUsual(),
                asIfAgreed);
    }
}
