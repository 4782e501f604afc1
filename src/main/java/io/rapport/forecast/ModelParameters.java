package io.rapport.forecast;

import java.time.LocalDate;
import java.util.Map;

import io.rapport.facts.Purchases;
import io.rapport.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the forecasts, fitted to the population's own history. They are part of the population's snapshot: dated,
 * versioned and stored with it, and every decision keeps the snapshot's id, so that it can be made again.
 *
 * @param until the last day they were fitted on
 * @param customers on whose history
 * @param logLikelihood of the purchase model
 * @param outlook the fit
 */
public record ModelParameters(LocalDate until, long customers, double logLikelihood, Outlook outlook) {

    /** Under this name they stand among the snapshot's measures. */
    public static final String MEASURE = "forecast-parameters";

    /** Below so many buyers nothing is fitted. */
    public static final int FEWEST_CUSTOMERS = Snapshot.LEAST_CUSTOMERS;

    /** Below so many a fit is shown with a warning. */
    public static final int FEW_CUSTOMERS = 300;

    /** Older than this a fit is shown with a warning. */
    public static final int FRESH_MONTHS = 6;

    /** For so many days the weights are fitted. */
    public static final int HORIZON_DAYS = 90;

    private static final int NUMBERS = 18;

    /** Of a snapshot; null if it was taken before anything could be fitted. */
    public static @Nullable ModelParameters of(Snapshot snapshot) {
        var numbers = snapshot.measures().get(MEASURE);
        return numbers == null || numbers.length != NUMBERS ? null : read(numbers);
    }

    /**
     * Fits everything to what was bought until a day.
     *
     * @param tauDays how fast the decayed counters of the customers' memories fade
     * @return null with fewer than {@link #FEWEST_CUSTOMERS} buyers
     */
    public static @Nullable ModelParameters fit(Histories histories, LocalDate until, double tauDays) {
        var day = (int) until.toEpochDay();
        if (histories.until(day).size() < FEWEST_CUSTOMERS) {
            return null;
        }
        var fitted = OutlookFit.fit(histories, day, HORIZON_DAYS, tauDays);
        return new ModelParameters(until, fitted.customers(), fitted.logLikelihood(), fitted.outlook());
    }

    /**
     * Parameters as published for the customers of a shop of records, CDNOW, without weights of one's own: for examples, where
     * there is no history. Fader, Hardie and Lee, Marketing Science 24 (2005) and Journal of Marketing Research 42 (2005).
     */
    public static ModelParameters published(LocalDate day) {
        return new ModelParameters(day, 2_357, -9_582, new Outlook(new MbgNbd(0.525, 6.183, 0.891, 1.614),
                new GammaGamma(6.25, 3.74, 15.44), new Outlook.Weights(0, 1, 0, 0, 0), 1, HORIZON_DAYS, 182));
    }

    /** In how many days counters should fade for these customers: four times their usual interval. */
    public static double usualTau(Histories histories, LocalDate until) {
        return OutlookFit.usualTau(histories.until((int) until.toEpochDay()));
    }

    /** In how many days a purchase counts a third of what it counted. */
    public double tauDays() {
        return outlook.tauDays();
    }

    /** What is expected on a purchase day of somebody who is not known yet: the mean of all customers' means. */
    public double usualPurchase() {
        return outlook.spend().expectedSpend(0, 0);
    }

    /** Mean days between two purchases of these customers. */
    public double usualInterval() {
        return outlook.tauDays() / OutlookFit.INTERVALS_OF_TAU;
    }

    public boolean isStale(LocalDate today) {
        return until.plusMonths(FRESH_MONTHS).isBefore(today);
    }

    public boolean isThin() {
        return customers < FEW_CUSTOMERS;
    }

    /** As a measure of a snapshot. */
    public Map<String, double[]> measure() {
        var model = outlook.model();
        var spend = outlook.spend();
        var weights = outlook.weights();
        return Map.of(MEASURE, new double[] {until.toEpochDay(), customers, logLikelihood, model.r(), model.alpha(), model.a(),
                model.b(), spend.p(), spend.q(), spend.v(), weights.intercept(), weights.model(), weights.decayed(),
                weights.days(),
                weights.spend(), outlook.spendFactor(), outlook.horizonDays(), outlook.tauDays()});
    }

    private static ModelParameters read(double[] n) {
        var outlook = new Outlook(new MbgNbd(n[3], n[4], n[5], n[6]), new GammaGamma(n[7], n[8], n[9]),
                new Outlook.Weights(n[10], n[11], n[12], n[13], n[14]), n[15], (int) n[16], n[17]);
        return new ModelParameters(LocalDate.ofEpochDay((long) n[0]), (long) n[1], n[2], outlook);
    }

    /** What they say of one customer on a day that is not before his last purchase. */
    public CustomerForecast of(Purchases purchases, LocalDate day) {
        return new CustomerForecast(this, purchases, day);
    }
}
