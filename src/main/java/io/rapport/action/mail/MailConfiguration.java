package io.rapport.action.mail;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

import io.rapport.action.Door;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Door smtpDoor(ObjectProvider<JavaMailSenderImpl> servers, MailSettings settings, Clock clock) {
        JavaMailSenderImpl server = servers.getIfAvailable();
        return server == null || !StringUtils.hasText(server.getHost())
                ? new LocalMailbox()
                : new SmtpDoor(server, settings, clock);
    }
}
