package io.rapport.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The threads of periodic work. Spring's own scheduler plays everything with a delay on one thread, so that a long review or
 * snapshot would keep route files, parked events and the inbox waiting.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {

    /** More than there are jobs: each uses at most one at a time, and an idle thread costs next to nothing. */
    private static final int THREADS = 24;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(30);
        return scheduler;
    }
}
