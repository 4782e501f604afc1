package io.rapport.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import io.rapport.intake.QueueUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskReserveTests {

    @TempDir
    Path folder;

    @Test
    void belowTheReserveNothingIsTakenInUntilThereIsRoomAgain() {
        var usable = new AtomicLong(99);
        var disk = new DiskReserve(usable::get, 100);

        assertThatThrownBy(disk::check).isInstanceOf(QueueUnavailable.class).hasMessageContaining("nearly full");
        assertThat(new DiskHealth(disk).health().getStatus()).isEqualTo(Status.DOWN);

        usable.set(100);
        await().untilAsserted(() -> assertThatCode(disk::check).doesNotThrowAnyException());
        assertThat(new DiskHealth(disk).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void looksAtTheDiskOfTheDataFolderAndLeavesASmallDiskUsable() throws Exception {
        var disk = new DiskReserve(folder.resolve("data").toString(), DataSize.ofTerabytes(1_000));

        assertThat(disk.usable()).isPositive();
        assertThat(disk.reserve()).isEqualTo(folder.toFile().getTotalSpace() / 10);
    }
}
