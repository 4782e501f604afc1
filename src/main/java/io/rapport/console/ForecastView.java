package io.rapport.console;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;

/**
 * What the forecasts were fitted on, with the figures of the fit.
 *
 * @param snapshot whose part the parameters are: their version
 * @param until the last day they know
 * @param customers whose history they were fitted on
 * @param logLikelihood of the purchase model
 * @param model MBG/NBD: r, alpha, a, b
 * @param amounts gamma-gamma: p, q, v
 * @param tauDays in how many days decayed counters fade by e
 * @param stale whether people may buy otherwise by now: older than {@code freshMonths}
 * @param thin whether fewer than {@code few} customers taught them
 */
record ForecastView(String snapshot, LocalDate until, long customers, double logLikelihood, double[] model, double[] amounts,
        double tauDays, boolean stale, boolean thin, int freshMonths, int few) {

    /** Null while nothing could be fitted. */
    static @Nullable ForecastView of(Snapshot snapshot, LocalDate today) {
        var parameters = ModelParameters.of(snapshot);
        if (parameters == null) {
            return null;
        }
        var model = parameters.outlook().model();
        var spend = parameters.outlook().spend();
        return new ForecastView(snapshot.id(), parameters.until(), parameters.customers(), parameters.logLikelihood(),
                new double[] {model.r(), model.alpha(), model.a(), model.b()}, new double[] {spend.p(), spend.q(), spend.v()},
                parameters.outlook().tauDays(), parameters.isStale(today), parameters.isThin(), ModelParameters.FRESH_MONTHS,
                ModelParameters.FEW_CUSTOMERS);
    }

    /** Whether they are to be read with care. */
    public boolean isDoubtful() {
        return stale || thin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForecastView that && snapshot.equals(that.snapshot);
    }

    @Override
    public int hashCode() {
        return snapshot.hashCode();
    }

    @Override
    public String toString() {
        return "ForecastView[" + snapshot + "]";
    }
}
