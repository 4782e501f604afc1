package io.rapport.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: what the address asks for ({@code lang=zh}, which is then remembered), else what was chosen before,
 * else what the browser prefers, else English.
 */
final class Languages implements LocaleResolver, HandlerInterceptor {

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    static final String PARAMETER = "lang";

    private static final String COOKIE = "lang";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var chosen = cookie == null ? null : spoken(cookie.getValue());
        return chosen != null ? chosen : preferred(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by the address.\nMaybe add ?lang=zh to it.");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = asked(request);
        if (asked != null) {
            var cookie = ResponseCookie.from(COOKIE, asked.getLanguage())
                    .path("/").maxAge(REMEMBERED).httpOnly(true).sameSite("Lax").build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    /** Only of an address: asking for a parameter of a posted form would read the form. */
    private static @Nullable Locale asked(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? spoken(request.getParameter(PARAMETER)) : null;
    }

    private static Locale preferred(HttpServletRequest request) {
        var ranges = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            var found = ranges == null ? null : Locale.lookup(Locale.LanguageRange.parse(ranges), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    private static @Nullable Locale spoken(@Nullable String language) {
        return SPOKEN.stream().filter(locale -> locale.getLanguage().equals(language)).findFirst().orElse(null);
    }
}
