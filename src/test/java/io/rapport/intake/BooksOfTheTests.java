package io.rapport.intake;

/** Books with rates, for tests of the corners. */
public final class BooksOfTheTests {

    private BooksOfTheTests() {}

    /** @param rates as in the file; a rate of the books' own currency is left out */
    public static Books of(String currency, String rates) {
        try {
            return new Books(currency, Rates.read(rates.replaceAll("(?m)^.*," + currency + ",.*\n", ""), currency, "rates.csv"));
        } catch (Malformed mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
