package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class JobsTests {

    @Test
    void aLongJobKeepsNoOtherWaiting() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withUserConfiguration(Jobs.class, TwoJobs.class)
                .run(context -> {
                    var jobs = context.getBean(TwoJobs.class);
                    try {
                        assertThat(jobs.begun.await(10, TimeUnit.SECONDS)).isTrue();
                        assertThat(jobs.other.await(10, TimeUnit.SECONDS)).as("the other job goes on meanwhile").isTrue();
                    } finally {
                        jobs.end.countDown();
                    }
                });
    }

    @EnableScheduling
    static class TwoJobs {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch other = new CountDownLatch(3);

        @Scheduled(fixedDelay = 1)
        void takesLong() throws InterruptedException {
            begun.countDown();
            end.await();
        }

        @Scheduled(fixedDelay = 1)
        void isShort() throws InterruptedException {
            begun.await();
            other.countDown();
        }
    }
}
