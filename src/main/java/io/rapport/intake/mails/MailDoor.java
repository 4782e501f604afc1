package io.rapport.intake.mails;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
import io.rapport.intake.PlainText;
import io.rapport.intake.QueueUnavailable;
import io.rapport.intake.SentMails;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes one mail. Whatever a mail does to the parser, the worst that comes of it is a row in quarantine. */
@Component("receivedMailDoor")
final class MailDoor implements Processor {

    private static final int KEPT_OF_A_TOO_LARGE_MAIL = 1_000_000;

    private final EventQueue queue;

    private final MailReading reading;

    /** @param ownSender see {@code rapport.action.mail.sender}: what comes from there is no customer's mail */
    MailDoor(EventQueue queue, Identities identities,
            @Value("${rapport.action.mail.sender:Rapport <rapport@localhost>}") String ownSender, SentMails sent,
            Clock clock) {
        this.queue = queue;
        this.reading = new MailReading(identities, ownSender, sent, clock);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        MailLimits limits = MailLimits.of(exchange.getVariables());
        byte[] raw = raw(exchange, limits);
        boolean tooLarge = raw.length > limits.bytes();
        exchange.getMessage().setBody(tooLarge ? Arrays.copyOf(raw, Math.min(raw.length, KEPT_OF_A_TOO_LARGE_MAIL)) : raw);
        queue.putAll(events(raw, limits));
    }

    /** @throws Malformed for everything that can go wrong inside the parser, errors and endless work included */
    List<CustomerEvent> events(byte[] raw, MailLimits limits) throws Malformed {
        if (raw.length > limits.bytes()) {
            throw new Malformed("a mail may have " + limits.bytes() + " bytes, this one has more; the first "
                    + KEPT_OF_A_TOO_LARGE_MAIL + " are kept\nMaybe raise mail.bytes in routes/11-email-in.camel.yaml.");
        }
        var task = new FutureTask<>(() -> readable(raw, limits));
        // a thread of its own, because nothing else can be left alone when a mail keeps the parser busy
        Thread.ofPlatform().daemon().name("mail-reading").start(task);
        try {
            return task.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Malformed("the mail cannot be read within " + limits.deadline().toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Malformed malformed -> throw malformed;
                case QueueUnavailable notNow -> throw notNow;
                case null, default -> throw new Malformed("the mail cannot be read", e);
            }
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new QueueUnavailable("stopped while a mail was read; it stays and is read again", e);
        }
    }

    private List<CustomerEvent> readable(byte[] raw, MailLimits limits) throws Malformed {
        try {
            return reading.read(raw, limits);
        } catch (Malformed | QueueUnavailable e) {
            throw e;
        } catch (Throwable e) {
            throw new Malformed("the mail cannot be read: " + e.getClass().getSimpleName() + " "
                    + PlainText.oneLine(String.valueOf(e.getMessage()), 200), e);
        }
    }

    private static byte[] raw(Exchange exchange, MailLimits limits) throws IOException {
        File file = exchange.getMessage().getBody(File.class);
        if (file == null) {
            byte[] body = exchange.getMessage().getBody(byte[].class);
            return body == null ? new byte[0] : body;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()))) {
            return in.readNBytes(limits.bytes() + 1);
        }
    }
}
