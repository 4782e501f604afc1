package io.rapport.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the engine and the mail server and sees how far a mail is, so that the engine can be killed at exactly that
 * moment. While it holds a moment nothing more passes; what the engine's death leaves behind is closed.
 */
final class SmtpTap implements AutoCloseable {

    private static final String END_OF_TEXT = "\r\n.\r\n";

    private final ServerSocket door;
    private final int mailServer;
    private final AtomicReference<@Nullable Ambush> ambush = new AtomicReference<>();

    /** How far a mail is: what the sender knows and what has happened are furthest apart around the end of the text. */
    enum Moment {
        /** The text is announced: nothing can have arrived. */
        ANNOUNCED,
        /** The mail server has all of it and the engine has no answer: the uncertain one. */
        HANDED_OVER,
        /** The mail server has taken it and the engine dies before it reads so. */
        ACCEPTED
    }

    /** Somebody who waits for a moment. */
    private record Ambush(Moment moment, CountDownLatch reached, CountDownLatch over) {}

    private SmtpTap(ServerSocket door, int mailServer) {
        this.door = door;
        this.mailServer = mailServer;
    }

    static SmtpTap before(int mailServer) throws IOException {
        var tap = new SmtpTap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), mailServer);
        Thread.ofVirtual().start(tap::listen);
        return tap;
    }

    int port() {
        return door.getLocalPort();
    }

    /**
     * Holds the next mail at a moment and does something meanwhile.
     *
     * @return whether a mail came that far in time; the deed is done in either case
     */
    boolean at(Moment moment, int seconds, Runnable deed) throws InterruptedException {
        var waiting = new Ambush(moment, new CountDownLatch(1), new CountDownLatch(1));
        ambush.set(waiting);
        var reached = waiting.reached().await(seconds, TimeUnit.SECONDS);
        ambush.set(null);
        try {
            deed.run();
        } finally {
            waiting.over().countDown();
        }
        return reached;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var engine = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), mailServer);
                Thread.ofVirtual().start(() -> pump(engine, server, true));
                Thread.ofVirtual().start(() -> pump(server, engine, false));
            } catch (IOException closed) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean fromEngine) {
        try (from; to) {
            var past = new StringBuilder();
            var buffer = new byte[8192];
            for (var count = read(from, buffer); count >= 0; count = read(from, buffer)) {
                past.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                past.delete(0, Math.max(0, past.length() - buffer.length));
                pass(to.getOutputStream(), buffer, count, past, fromEngine);
            }
        } catch (IOException dead) {
            // the engine was killed, or the mail server stopped: both sockets are closed, which is all there is to do
        }
    }

    private void pass(OutputStream to, byte[] buffer, int count, StringBuilder past, boolean fromEngine) throws IOException {
        var accepted = !fromEngine && past.indexOf("354 ") >= 0 && past.lastIndexOf("\r\n250 ") > past.lastIndexOf("354 ");
        if (accepted) {
            hold(Moment.ACCEPTED);
            past.setLength(0);
        }
        to.write(buffer, 0, count);
        to.flush();
        if (fromEngine && past.toString().endsWith("DATA\r\n")) {
            hold(Moment.ANNOUNCED);
        } else if (fromEngine && past.toString().endsWith(END_OF_TEXT)) {
            hold(Moment.HANDED_OVER);
            past.setLength(0);
        }
    }

    private void hold(Moment moment) throws IOException {
        var waiting = ambush.get();
        if (waiting != null && waiting.moment() == moment && ambush.compareAndSet(waiting, null)) {
            waiting.reached().countDown();
            try {
                waiting.over().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while a mail was held", e);
            }
        }
    }

    private static int read(Socket from, byte[] buffer) throws IOException {
        return from.getInputStream().read(buffer);
    }
}
