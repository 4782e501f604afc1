package io.rapport.console.versions;

import java.time.Instant;
import java.util.List;

import io.rapport.console.SweepView;
import io.rapport.publishing.Change;

/**
 * All versions and what was done with them.
 *
 * @param live the version that decides
 * @param sweep who is decided by that version
 * @param draft the files in the folder
 * @param versions the newest first
 * @param changes the latest first
 */
public record VersionsView(
        String live, SweepView sweep, DraftView draft, List<VersionView> versions, List<ChangeView> changes) {

    /**
     * The files in the folder of rules.
     *
     * @param differs whether they are others than the live ones
     * @param problems why they are not live, if they were saved and refused; each as in the terminal
     */
    public record DraftView(String version, boolean differs, List<String> problems) {

        public String shortVersion() {
            return VersionView.shortened(version);
        }
    }

    /** @param what for instance {@code published} */
    public record ChangeView(Instant at, String version, String what, String who, String note) {

        static ChangeView of(Change change) {
            return new ChangeView(change.at(), change.hash(), change.what().word(), change.who(), change.note());
        }

        public String shortVersion() {
            return VersionView.shortened(version);
        }
    }
}
