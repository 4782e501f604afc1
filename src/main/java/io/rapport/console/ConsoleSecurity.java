package io.rapport.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Nobody logs in yet, so the server listens on this machine only. Other sites are still kept out: they may not post
 * (a token is needed), frame a page, or reach it under a name of their own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleSecurity {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What no page of ours posts to: the form door, which has limits of its own, and what can only be read. */
    @Bean
    @Order(1)
    SecurityFilterChain withoutToken(HttpSecurity http) throws Exception {
        return open(http.securityMatcher("/forms/**", "/actuator/**", "/*.css", "/*.svg"))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Pages and JSON: whatever changes something needs the token of a page, as {@code _csrf} or {@code X-XSRF-TOKEN}. */
    @Bean
    @Order(2)
    SecurityFilterChain withToken(HttpSecurity http) throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return open(http).csrf(csrf -> csrf.spa().csrfTokenRepository(tokens)).build();
    }

    @Bean
    HttpFirewall onlyKnownHosts(ConsoleSettings settings) {
        var firewall = new StrictHttpFirewall();
        if (!settings.hosts().isEmpty()) {
            firewall.setAllowedHostnames(settings.hosts()::contains);
        }
        return firewall;
    }

    @Bean
    RequestRejectedHandler saysWhyARequestIsRefused(ConsoleSettings settings) {
        return (request, response, refusal) -> refuse(request, response, settings, refusal);
    }

    private static HttpSecurity open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(ConsoleSecurity::guard);
    }

    private static void guard(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            ConsoleSettings settings,
            RequestRejectedException refusal)
            throws IOException {
        var host = request.getServerName();
        var unknownHost = !settings.hosts().isEmpty() && !settings.hosts().contains(host);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(unknownHost
                ? "This server does not answer to the name [" + host + "].\n"
                        + "Maybe use http://localhost, or add the name to the setting rapport.console.hosts.\n"
                : "This address is not well formed.\n");
    }
}
