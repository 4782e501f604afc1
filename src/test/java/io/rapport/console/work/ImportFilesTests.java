package io.rapport.console.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rapport.console.NotDone;
import io.rapport.intake.IntakeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ImportFilesTests {

    @TempDir
    Path directory;

    private Path inbox;
    private ImportFiles files;

    @BeforeEach
    void anInboxBesideASecret() throws IOException {
        inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(directory.resolve("secret.csv"), "secret");
        Files.createDirectories(inbox.resolve("orders"));
        Files.writeString(inbox.resolve("orders/years.csv"), "orders");
        files = new ImportFiles(new IntakeSettings(inbox.toString(), "GB", DataSize.ofKilobytes(64), 60));
    }

    @Test
    void takesAFileBelowTheInboxByItsPathFromThereOrWhole() {
        assertThat(files.find("orders/years.csv")).hasContent("orders");
        assertThat(files.find(inbox.resolve("orders/years.csv").toString())).hasContent("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret.csv", "orders/../../secret.csv", "orders/../orders/years.csv", "orders", "",
            "no.csv", "a\0b", "link.csv", "linked/secret.csv"})
    void refusesWhatLiesElsewhereAndDoesNotTellWhetherItExists(String wanted) throws IOException {
        Files.createSymbolicLink(inbox.resolve("link.csv"), directory.resolve("secret.csv"));
        Files.createSymbolicLink(inbox.resolve("linked"), directory);

        assertThatThrownBy(() -> files.find(wanted)).isInstanceOf(NotDone.class).hasMessage("failed.import-file");
    }

    @Test
    void refusesAWholePathElsewhere() {
        assertThatThrownBy(() -> files.find(directory.resolve("secret.csv").toString())).isInstanceOf(NotDone.class);
    }

    @Test
    void keepsWhatIsSentWholeOrNotAtAll() throws IOException {
        var kept = files.keep("订单 2025.csv", new ByteArrayInputStream(new byte[] {'a', 'b'}));

        assertThat(files.find(kept)).hasContent("ab");
        assertThatThrownBy(() -> files.keep("half.csv", new BrokenOff())).isInstanceOf(IOException.class);
        assertThat(inbox.resolve("history")).isDirectoryNotContaining(file -> !file.endsWith("订单 2025.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", ".hidden", "a/b.csv", "", "a\nb.csv", "a\0.csv"})
    void keepsNothingUnderANameThatIsNotPlain(String name) {
        assertThatThrownBy(() -> files.keep(name, InputStream.nullInputStream())).isInstanceOf(NotDone.class);
    }

    private static final class BrokenOff extends InputStream {

        private int left = 3;

        @Override
        public int read() throws IOException {
            if (left-- > 0) {
                return 'x';
            }
            throw new IOException("the line is gone");
        }
    }
}
