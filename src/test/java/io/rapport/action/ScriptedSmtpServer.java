package io.rapport.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test wants it to say. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Instead of an answer: the connection ends. */
    static final String HANG_UP = "hang up";

    final List<String> received = new CopyOnWriteArrayList<>();
    volatile String answerToRecipient = "250 ok";
    volatile String answerToData = "354 go on";
    volatile String answerToText = "250 taken";
    private final ServerSocket socket;

    ScriptedSmtpServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client went away, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        String answer = "220 ready";
        while (!answer.equals(HANG_UP)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (answer.startsWith("354")) {
                answer = text(in);
            } else if (answer.startsWith("221")) {
                return;
            } else {
                answer = answerTo(in.readLine());
            }
        }
    }

    private String answerTo(String line) {
        return switch (line == null ? "QUIT" : line.substring(0, 4)) {
            case "RCPT" -> answerToRecipient;
            case "DATA" -> answerToData;
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        received.add(text.toString());
        return answerToText;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
