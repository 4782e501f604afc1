package io.rapport.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What shops and people write where there is no customer: a guest's number, the mailbox of nobody, a telephone of zeros. It is no
 * identity, or all guests were one customer.
 *
 * @param words lower case; an address is nobody's when what stands before its {@code @} is one of the longer ones: Nan and Na Li
 *     have mailboxes
 */
public record Nobody(Set<String> words) {

    private static final String USUAL = "0, "
            + "guest, guests, guest user, guest customer, walk-in, walk-in customer, none, no, null, nil, nan, n/a, n.a., na, #n/a, "
            + "not available, not applicable, nobody, no one, noname, no name, no customer, anonymous, anon, unknown, undefined, x, xx, "
            + "xxx, noreply, no-reply, donotreply, do-not-reply, nomail, no-mail, noemail, no-email, nowhere, "
            + "gast, gastkunde, gastbestellung, laufkunde, laufkundschaft, barverkauf, keine, keiner, kein, keine angabe, k.a., #nv, "
            + "ohne, niemand, anonym, unbekannt, nicht vorhanden, "
            + "invité, invite, invitée, client de passage, client comptoir, aucun, aucune, néant, neant, sans, anonyme, inconnu, "
            + "inconnue, personne, non renseigné, "
            + "invitado, invitada, cliente general, cliente mostrador, público en general, ninguno, ninguna, nadie, sin datos, "
            + "anónimo, anonimo, desconocido, desconocida, s/n, s/d, "
            + "ospite, nessuno, sconosciuto, convidado, nenhum, desconhecido, "
            + "游客, 访客, 过客, 路人, 散客, 零售客户, 匿名, 匿名用户, 非会员, 临时客户, 无, 暂无, 没有, 未知, 不详, 无名氏, 空";

    private static final Pattern ZEROS = Pattern.compile("[0+.\\s/-]*0[0.\\s/-]*");

    private static final int SHORTEST_MAILBOX = 4;

    public Nobody {
        words = words.stream().map(Nobody::plain).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads words with commas between; the usual ones where a route names none. */
    public static Nobody of(@Nullable String written) {
        return new Nobody(Set.copyOf(Arrays.stream((written == null ? USUAL : written).split(",")).collect(Collectors.toSet())));
    }

    /** Whether a cell or field names nobody: no letter and no digit, one of the words, or nothing but zeros. */
    public boolean isMeant(String written) {
        String text = plain(written);
        int at = text.indexOf('@');
        if (at > 0) {
            String name = text.substring(0, at).replace('_', '-');
            return isOfZeros(name) || isMailbox(name) && (words.contains(name) || words.contains(name.replace("-", "")));
        }
        return text.codePoints().noneMatch(Character::isLetterOrDigit) || words.contains(text)
                || words.contains(bare(text)) || isOfZeros(text);
    }

    private boolean isOfZeros(String text) {
        return words.contains("0") && ZEROS.matcher(text).matches();
    }

    private static boolean isMailbox(String name) {
        return name.length() >= SHORTEST_MAILBOX || name.codePoints().anyMatch(Character::isIdeographic);
    }

    /** Without what people put around a word: {@code (none)}, {@code <unknown>}, {@code -none-}. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", " ").strip()
                .toLowerCase(Locale.ROOT);
    }
}
