package io.rapport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;

import io.rapport.facts.Booking;
import io.rapport.facts.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTests {

    private static final String RATES = """
            # what our bank says
            date,currency,rate
            2026-11-01,USD,0.92

            2026-11-20,usd,0.90
            2026-11-01,JPY,0.0061
            """;

    @TempDir
    Path routes;

    @ParameterizedTest
    @CsvSource({"2026-11-01,0.92", "2026-11-19,0.92", "2026-11-20,0.90", "2026-11-21,0.90", "2027-11-21,0.90"})
    void holdsFromItsDayUntilTheNext(LocalDate day, BigDecimal rate) throws Malformed {
        assertThat(books(RATES).booking("USD", day)).extracting(Booking::rate).isEqualTo(rate);
    }

    @Test
    void saysWhatIsMissing() throws Malformed {
        var books = books(RATES);

        assertThatThrownBy(() -> books.booking("USD", LocalDate.parse("2026-10-31"))).isInstanceOf(Malformed.class).hasMessage(
                "no rate of USD in EUR is known for [2026-10-31]\nMaybe add a line to routes/rates.csv, such as "
                        + "2026-10-31,USD,0.92 (what 1 USD is worth in EUR), and play it again.");
        assertThatThrownBy(() -> books.booking("USD", LocalDate.parse("2027-11-22"))).as("a rate that was forgotten")
                .hasMessageContaining("the last one is of 2026-11-20");
        assertThatThrownBy(() -> books.booking("CHF", LocalDate.parse("2026-11-20"))).hasMessageContaining("no rate of CHF");
        assertThatThrownBy(() -> books.booking("UDS", LocalDate.parse("2026-11-20"))).hasMessageContaining("[UDS]")
                .hasMessageContaining("Maybe you meant [");
    }

    @Test
    void booksInTheOwnCurrencyAsItIs() throws Malformed {
        assertThat(books(RATES).booking("eur", LocalDate.parse("2020-01-01"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"100,0.92,EUR,92", "33.33,0.9217,EUR,30.72", "1000,0.0061,EUR,6.1", "10,163.93,JPY,1639", "1.234,2.99,USD,3.69",
            "1,0.3085,KWD,0.308", "0.01,0.0001,EUR,0"})
    void roundsToTheSmallestUnitOfTheBooks(BigDecimal amount, BigDecimal rate, String books, String booked) {
        var booking = new Booking(books, rate, LocalDate.parse("2026-11-20"));

        assertThat(booking.of(Decimal.of(amount))).hasToString(booked);
        assertThat(booking.of(Decimal.of(amount)).minus(booking.of(Decimal.of(amount)))).isEqualTo(Decimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "date,currency,rate\\n2026-11-31,USD,0.92|routes/rates.csv:2:1  \"date\" needs a day such as 2026-11-20, found [2026-11-31]",
            "date,currency,rate\\n# a\\n20.11.2026,USD,0.92|routes/rates.csv:3:1  \"date\" needs a day such as 2026-11-20, found [20.11.2026]",
            "date,currency,rate\\n2026-11-20,USZ,0.92|routes/rates.csv:2:12  no currency has the code [USZ]\\nMaybe you meant [USD].",
            "date,currency,rate\\n2026-11-20,EUR,1|routes/rates.csv:2:12  the books are kept in EUR: it needs no rate",
            "date;currency;rate\\n2026-11-20;USD;0,92|routes/rates.csv:2:16  \"rate\" needs a number above 0 such as 0.92, found [0,92]\\nMaybe you meant [0.92].",
            "date,currency,rate\\n2026-11-20,USD,0|routes/rates.csv:2:16  \"rate\" needs a number above 0 such as 0.92, found [0]",
            "date,currency,rate\\n2026-11-20,USD,-1|routes/rates.csv:2:16  \"rate\" needs a number above 0 such as 0.92, found [-1]",
            "date,currency,rate\\n2026-11-20,USD|routes/rates.csv:2:1  needs 3 fields as the header has, found [2]",
            "date,curency,rate\\n2026-11-20,USD,1|routes/rates.csv:1:1  no column is named [currency]\\nMaybe you meant [curency].",
            "2026-11-20,USD,1|routes/rates.csv:1:1  no column is named [date]",
            "date,currency,rate\\n2026-11-20,USD,0.92\\n2026-11-20,USD,0.93|routes/rates.csv:3:16  [USD] has two rates on [2026-11-20]: 0.92 and 0.93"})
    void tellsAMistakeWithItsPlace(String text, String problem) {
        assertThatThrownBy(() -> books(text.replace("\\n", "\n"))).isInstanceOf(Malformed.class)
                .hasMessageStartingWith(problem.replace("\\n", "\n"));
    }

    @Test
    void tellsAllMistakesAtOnce() {
        assertThatThrownBy(() -> books("date,currency,rate\nx,USD,0.92\n2026-11-20,USD,y\n"))
                .hasMessageContaining("rates.csv:2:1").hasMessageContaining("rates.csv:3:16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "date,currency,rate\n", "\uFEFFdate,currency,rate\r\n2026-11-20,USD,0.9\r\n",
            "Currency;Date;Rate;Source\n USD ; 2026-11-20 ;0.9; our bank\n", "date\tcurrency\trate\n2026-11-20\tUSD\t0.9\n"})
    void readsWhatPeopleSave(String text) throws Malformed {
        assertThat(Rates.read(text, "EUR", "rates.csv").size()).isEqualTo(text.contains("USD") ? 1 : 0);
    }

    @Test
    void takesEffectWhenItIsSavedAndNotWithAMistake() throws Exception {
        var books = new CurrentBooks(new BookSettings("EUR"));
        books.open(routes);
        assertThat(books.now().rates().size()).isZero();

        save(RATES, 1);
        books.follow(routes);
        assertThat(books.now().rates().size()).as("perhaps half written").isZero();
        books.follow(routes);
        assertThat(books.now().rates().size()).isEqualTo(3);

        save(RATES.replace("0.92", "o.92"), 2);
        books.follow(routes);
        books.follow(routes);
        assertThat(books.now().rates().size()).isEqualTo(3);
    }

    @Test
    void keepsTheBooksInTheShopsCurrencyUnlessToldOtherwise() throws Exception {
        var mapping = Files.readString(RoutesOfTheHouse.FOLDER.resolve(HistoryFile.MAPPING));
        Files.writeString(routes.resolve(HistoryFile.MAPPING), mapping.replace("constant: GBP", "constant: USD"));
        var byDefault = new CurrentBooks(new BookSettings(null));
        var told = new CurrentBooks(new BookSettings("eur"));

        byDefault.open(routes);
        told.open(routes);

        assertThat(byDefault.now().currency()).isEqualTo("USD");
        assertThat(told.now().currency()).isEqualTo("EUR");
        assertThatThrownBy(() -> new BookSettings("ERU")).hasMessageContaining("rapport.book-currency")
                .hasMessageContaining("[EUR]");
    }

    @Test
    void readsTheFileThatIsShipped() throws Exception {
        assertThat(CurrentBooks.ratesIn(RoutesOfTheHouse.FOLDER, "EUR").size()).isZero();
    }

    private void save(String text, int second) throws Exception {
        var file = Files.writeString(routes.resolve(Rates.FILE), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(second)));
    }

    private static Books books(String rates) throws Malformed {
        return new Books("EUR", Rates.read(rates, "EUR", "routes/rates.csv"));
    }
}
