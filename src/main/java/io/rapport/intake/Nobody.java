package io.rapport.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What shops and people write where there is no customer: a guest's number, the mailbox of nobody, a telephone of zeros. It is no
 * identity, or all guests were one customer.
 *
 * @param words lower case; an address is nobody's when what stands before its {@code @} is one of them
 */
public record Nobody(Set<String> words) {

    private static final String USUAL = "0, guest, guests, gast, invité, invite, invitado, ospite, none, null, nil, nan, n/a, na, "
            + "nobody, anonymous, anonym, anonyme, unknown, unbekannt, inconnu, undefined, -, --, ---, ., ?, x, xx, xxx, "
            + "noreply, no-reply, no_reply, donotreply, do-not-reply, nomail, no-mail, noemail, no-email, "
            + "游客, 访客, 匿名, 无, 未知, 没有, 散客";

    public Nobody {
        words = Set.copyOf(words);
    }

    /** Reads words with commas between; the usual ones where a route names none. */
    public static Nobody of(@Nullable String written) {
        return new Nobody(Arrays.stream((written == null ? USUAL : written).split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a cell or field names nobody: empty, one of the words, or nothing but zeros. */
    public boolean isMeant(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        int at = text.indexOf('@');
        String name = at > 0 ? text.substring(0, at) : text;
        return text.isEmpty() || words.contains(text) || words.contains(name)
                || words.contains("0") && name.matches("[0+.\\s/-]*0[0.\\s/-]*");
    }
}
