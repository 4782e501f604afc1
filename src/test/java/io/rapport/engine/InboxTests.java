package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;

import io.rapport.engine.Inbox.Because;
import io.rapport.intake.IntakeSettings;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class InboxTests {

    @TempDir
    Path folder;

    @Test
    void namesWhatNoDoorTakesAndWhy() throws Exception {
        Path orders = Files.createDirectories(folder.resolve("orders"));
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(orders.resolve("good.CSV"), "x");
        Files.writeString(orders.resolve(".hidden.xlsx"), "x");
        Files.writeString(orders.resolve("november.xlsx"), "x");
        Files.writeString(orders.resolve("no ending\nhere"), "x");
        Files.createDirectory(orders.resolve("folder.csv"));
        Files.createSymbolicLink(orders.resolve("link.csv"), folder.resolve("nowhere"));
        assertThat(new ProcessBuilder("mkfifo", orders.resolve("pipe.csv").toString()).start().waitFor()).isZero();
        Files.writeString(folder.resolve("lost.csv"), "x");
        Files.writeString(folder.resolve("letters/one.eml"), "x");

        try (var camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + orders + "?include=(?i).*\\.csv&delay=600000&initialDelay=600000").to("log:taken");
                }
            });
            camel.start();
            var inbox = new Inbox(camel, new IntakeSettings(folder.toString(), "GB", DataSize.ofKilobytes(64), 60));
            inbox.look();

            assertThat(inbox.untaken()).extracting(Inbox.Untaken::path, Inbox.Untaken::because).containsExactlyInAnyOrder(
                    tuple("orders/november.xlsx", Because.ENDING), tuple("orders/no ending here", Because.ENDING),
                    tuple("orders/folder.csv", Because.FOLDER), tuple("orders/link.csv", Because.NO_FILE),
                    tuple("orders/pipe.csv", Because.NO_FILE),
                    tuple("lost.csv", Because.NO_DOOR), tuple("letters/one.eml", Because.NO_DOOR));
        }
    }
}
