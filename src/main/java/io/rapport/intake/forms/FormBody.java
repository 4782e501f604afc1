package io.rapport.intake.forms;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.intake.CharsetNames;
import io.rapport.intake.FormRefused;
import io.rapport.intake.PlainText;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the body of a posted form apart into names and texts, whatever they mean. Texts are read in the character set that the
 * form names, by its type or by the field {@code _charset_} that browsers fill in, else in UTF-8; never half, never guessed.
 */
public final class FormBody {

    private static final int MOST_FIELDS = 100;

    private static final String CHARSET = "_charset_";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> fields = new LinkedHashMap<>();

    private FormBody() {}

    /**
     * A flat JSON object of texts, numbers and yes/no; {@code name=value&name=value}; or parts without files.
     *
     * @param contentType as the sender wrote it
     * @throws NotAForm if it is none of these
     */
    public static Map<String, String> of(String contentType, byte[] body) throws FormRefused {
        ContentType type = type(contentType);
        String charset = type.getParameter("charset");
        Charset named = charset == null ? null
                : CharsetNames.find(charset)
                        .orElseThrow(() -> new NotAForm("form.charset.unknown", PlainText.oneLine(charset, 40)));
        FormBody form = new FormBody();
        if (type.match("application/json")) {
            form.json(text("", body, named == null ? StandardCharsets.UTF_8 : named));
        } else if (type.match("application/x-www-form-urlencoded")) {
            form.decode(pairs(body), named);
        } else if (type.match("multipart/form-data")) {
            form.decode(parts(type, body), named);
        } else {
            throw new NotAForm("form.type");
        }
        if (form.fields.size() > MOST_FIELDS) {
            throw new FormRefused("", "form.most", String.valueOf(MOST_FIELDS), String.valueOf(form.fields.size()));
        }
        return form.fields;
    }

    private static ContentType type(String written) throws NotAForm {
        try {
            return new ContentType(written);
        } catch (ParseException noType) {
            throw new NotAForm("form.type");
        }
    }

    /** Name and value of a field before it is known in which character set they are written. */
    private record Raw(byte[] name, byte[] value, @Nullable Charset own) {}

    private void put(String name, String value) throws FormRefused {
        String before = fields.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            throw new FormRefused(PlainText.oneLine(name, 60), "form.twice");
        }
    }

    private void json(String text) throws FormRefused {
        try (JsonParser json = JSON.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new FormRefused("", "form.json.object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isStructStart()) {
                    throw new FormRefused(PlainText.oneLine(name, 60), "form.json.value");
                }
                if (value != JsonToken.VALUE_NULL) {
                    put(name, json.getString());
                }
            }
            if (json.nextToken() != null) {
                throw new FormRefused("", "form.json.object");
            }
        } catch (JacksonException e) {
            throw new FormRefused("", "form.json", String.valueOf(e.getLocation().getLineNr()),
                    String.valueOf(e.getLocation().getColumnNr()));
        }
    }

    private void decode(List<Raw> raw, @Nullable Charset named) throws FormRefused {
        Charset charset = named;
        for (Raw field : raw) {
            if (charset == null && CHARSET.equals(ascii(field.name))) {
                charset = CharsetNames.find(ascii(field.value)).orElseThrow(
                        () -> new FormRefused(CHARSET, "form.charset.unknown", PlainText.oneLine(ascii(field.value), 40)));
            }
        }
        Charset known = charset == null ? StandardCharsets.UTF_8 : charset;
        for (Raw field : raw) {
            String name = text(ascii(field.name), field.name, known);
            if (!name.equals(CHARSET)) {
                put(name, text(name, field.value, field.own == null ? known : field.own));
            }
        }
    }

    private static List<Raw> pairs(byte[] body) throws FormRefused {
        List<Raw> pairs = new ArrayList<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                byte[] name = decoded("", equals < 0 ? pair : pair.substring(0, equals));
                pairs.add(new Raw(name, decoded(ascii(name), equals < 0 ? "" : pair.substring(equals + 1)), null));
            }
        }
        return pairs;
    }

    /** A character for each byte, on both sides. */
    private static byte[] decoded(String field, String text) throws FormRefused {
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new FormRefused(PlainText.oneLine(field, 60), "form.percent");
        }
    }

    private static List<Raw> parts(ContentType type, byte[] body) throws FormRefused {
        List<Raw> parts = new ArrayList<>();
        try {
            if (type.getParameter("boundary") == null) {
                throw new FormRefused("", "form.parts");
            }
            MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(body, type.toString()));
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add(part(multipart.getBodyPart(i)));
            }
            if (!multipart.isComplete()) {
                throw new FormRefused("", "form.parts");
            }
        } catch (MessagingException | IOException e) {
            throw new FormRefused("", "form.parts");
        }
        return parts;
    }

    private static Raw part(BodyPart part) throws MessagingException, IOException, FormRefused {
        String[] headers = part.getHeader("Content-Disposition");
        ContentDisposition disposition = headers == null ? new ContentDisposition() : new ContentDisposition(headers[0]);
        String name = disposition.getParameter("name");
        if (name == null) {
            throw new FormRefused("", "form.parts");
        }
        byte[] value = part.getInputStream().readAllBytes();
        if (disposition.getParameter("filename") != null && value.length > 0) {
            throw new FormRefused(PlainText.oneLine(name, 60), "form.file");
        }
        String charset = part.getHeader("Content-Type") == null
                ? null
                : new ContentType(part.getContentType()).getParameter("charset");
        return new Raw(name.getBytes(StandardCharsets.ISO_8859_1), value,
                charset == null ? null
                        : CharsetNames.find(charset).orElseThrow(
                                () -> new FormRefused(PlainText.oneLine(name, 60), "form.charset.unknown",
                                        PlainText.oneLine(charset, 40))));
    }

    private static String text(String field, byte[] bytes, Charset charset) throws FormRefused {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw charset.equals(StandardCharsets.UTF_8)
                    ? new FormRefused(PlainText.oneLine(field, 60), "form.utf-8")
                    : new FormRefused(PlainText.oneLine(field, 60), "form.charset", charset.name());
        }
    }

    /** To name a field that may not be readable. */
    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
