package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventJson;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Malformed;
import io.rapport.intake.QueueInMemory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Mails that something happened to on the way: whatever it was, they are read or refused, soon, and always the same. */
class MailMutationTests {

    private static final List<byte[]> MAILS = mails();

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"), "Shop <service@shop.example>",
            _ -> Optional.empty(),
            Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

    @Property(tries = 1_500)
    void aDamagedMailIsReadOrRefusedSoonAndAlwaysTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int damages)
            throws Malformed {
        byte[] mail = damaged(new Random(seed), damages);
        long start = System.nanoTime();

        List<CustomerEvent> events = events(mail);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(events(mail)).isEqualTo(events);
        for (CustomerEvent event : events) {
            assertThat(new EventJson().read(new EventJson().write(event))).isEqualTo(event);
        }
    }

    private List<CustomerEvent> events(byte[] mail) {
        try {
            return door.events(mail, MailLimits.STANDARD);
        } catch (Malformed refused) {
            assertThat(refused.reason()).doesNotContain("Exception", "Error", "within 10 seconds");
            return List.of();
        }
    }

    private static byte[] damaged(Random random, int damages) {
        byte[] mail = MAILS.get(random.nextInt(MAILS.size()));
        for (int i = 0; i < damages && mail.length > 1; i++) {
            int from = random.nextInt(mail.length);
            int to = Math.min(mail.length, from + 1 + random.nextInt(200));
            mail = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(mail, from);
                case 1 -> joined(mail, 0, from, mail, to, mail.length);
                case 2 -> joined(mail, 0, to, mail, from, mail.length);
                case 3 -> {
                    byte[] other = MAILS.get(random.nextInt(MAILS.size()));
                    yield joined(mail, 0, from, other, random.nextInt(other.length + 1), other.length);
                }
                default -> {
                    byte[] changed = mail.clone();
                    changed[from] = (byte) random.nextInt(256);
                    yield changed;
                }
            };
        }
        return mail;
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        byte[] both = new byte[to - from + secondTo - secondFrom];
        System.arraycopy(first, from, both, 0, to - from);
        System.arraycopy(second, secondFrom, both, to - from, secondTo - secondFrom);
        return both;
    }

    private static List<byte[]> mails() {
        return Stream.of("src/samples/mails", "src/test/resources/mails", "src/test/resources/mails-of-programs")
                .flatMap(folder -> files(Path.of(folder))).toList();
    }

    private static Stream<byte[]> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(MailMutationTests::content).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
