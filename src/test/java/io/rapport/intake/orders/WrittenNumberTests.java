package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.intake.orders.WrittenNumber.Contrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.50       | 12.50
            +3          | 3
            -3          | -3
            .99         | 0.99
            5.          | 5
            1e3         | 1000
            1.5E+02     | 150
            2.5E-1      | 0.25
            (5.50)      | -5.50
            5.50-       | -5.50
            −5.50       | -5.50
            1,234.56    | 1234.56
            1,234       | 1234
            1,234,567   | 1234567
            1'234.56    | 1234.56
            1’234.56    | 1234.56
            1 234.56    | 1234.56
            1 234 567   | 1234567
            1 234.56    | 1234.56
            １２．５０    | 12.50
            ١٢٫٥        | 12.5
            १२          | 12
            0.10        | 0.10
            """)
    void readsANumberHoweverItIsWritten(String written, String meant) throws Contrary {
        assertThat(WrittenNumber.read(written, '.')).hasValueSatisfying(
                number -> assertThat(number).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,50       | 12.50
            1.234,56    | 1234.56
            1.234       | 1234
            ,99         | 0.99
            (1.234,5)   | -1234.5
            1 234,56    | 1234.56
            1'234,56    | 1234.56
            """)
    void readsItWithADecimalComma(String written, String meant) throws Contrary {
        assertThat(WrittenNumber.read(written, ',')).hasValueSatisfying(
                number -> assertThat(number).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.50    | , | 12.50 or 1250
            1.5      | , | 1.5 or 15
            0.125    | , | 0.125 or 125
            1,234.56 | , | 1234.56 or 123456
            -1.5     | , | -1.5 or -15
            12,50    | . | 12.50 or 1250
            1.234,56 | . | 1234.56 or 123456
            0,99     | . | 0.99 or 99
            """)
    void asksAboutANumberWithTheOtherSign(String written, char decimal, String readings) {
        assertThat(catchThrowableOfType(Contrary.class, () -> WrittenNumber.read(written, decimal)))
                .extracting(Contrary::readings).isEqualTo(readings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "l2", "12a", "五", "1e99", "1e999999999", "--5", "NaN", "1 2", "12345678901234567890", "1/2"})
    void refusesWhatIsNone(String written) throws Contrary {
        assertThat(WrittenNumber.read(written, '.')).isEmpty();
    }

    @Test
    void refusesGroupsThatAreNone() {
        assertThat(catchThrowableOfType(Contrary.class, () -> WrittenNumber.read("1,23,456", '.'))).isNotNull();
    }
}
