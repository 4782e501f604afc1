package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.rapport.action.Outbox;
import io.rapport.action.Tasks;
import io.rapport.console.versions.PublicationView;
import io.rapport.console.versions.VersionsDesk;
import io.rapport.engine.Replay;
import io.rapport.facts.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class ControlTests {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private ConsoleTest.Rooms rooms;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Replay replay;

    @Autowired
    private VersionsDesk versions;

    @BeforeEach
    void fillTheRooms() {
        rooms.fill("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/switches?stop=true", "/switches?channel=email&pause=true", "/tasks/t1/done",
            "/tasks/t1/postponed?hours=4",
            "/outbox/a1/recalled", "/quarantine/q1/replayed", "/quarantine/q1/discarded", "/versions/11aa22/rolled-back",
            "/versions/published", "/api/versions",
            "/api/versions/11aa22/rollback"})
    void anotherSiteCannotPressAButton(String address) {
        assertThat(browser.post().uri(address)).hasStatus(403);
        assertThat(browser.post().uri(address).with(csrf().useInvalidToken())).hasStatus(403);

        verifyNoInteractions(tasks, replay, versions);
    }

    @Test
    void everythingAndEachChannelCanBeStopped() {
        assertThat(browser.post().uri("/switches").param("stop", "false").with(csrf())).hasRedirectedUrl("/?done=resumed");
        assertThat(browser.post().uri("/switches").param("channel", "email").param("pause", "true").with(csrf()))
                .hasRedirectedUrl("/?done=paused");

        verify(outbox).resumeAll("console");
        verify(outbox).pause(Channel.EMAIL, "console");
        assertThat(browser.get().uri("/?done=paused")).bodyText().contains("The channel is paused.");
    }

    @Test
    void aTaskIsDoneOrPostponed() {
        when(tasks.done("t1", "console", "called her")).thenReturn(true);
        when(tasks.postpone("t1", "console", Views.NOON.plus(Duration.ofHours(4)), "")).thenReturn(true);

        assertThat(browser.post().uri("/tasks/t1/done").param("note", "called her").with(csrf()))
                .hasRedirectedUrl("/tasks?done=task-done");
        assertThat(browser.post().uri("/tasks/t1/postponed").param("hours", "4").with(csrf()))
                .hasRedirectedUrl("/tasks?q=postponed&done=task-postponed");
    }

    @Test
    void whoComesTooLateIsTold() {
        when(tasks.done(anyString(), anyString(), anyString())).thenReturn(false);

        assertThat(browser.post().uri("/tasks/t1/done").with(csrf())).hasStatus(409).bodyText()
                .contains("cannot be changed any more");
    }

    @Test
    void aMendedMessageIsPlayedAgainWithPlainLineEnds() throws Exception {
        assertThat(browser.post().uri("/quarantine/q1/replayed").param("mended", "a,b\r\n1,2").with(csrf()))
                .hasRedirectedUrl("/quarantine?done=replayed");

        verify(replay).play("q1", "a,b\n1,2".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMessageThatStillCannotBeReadSaysWhyEscaped() throws Exception {
        doThrow(new Replay.StillRefused("the date [<b>] does not exist")).when(replay).play(eq("q1"), any());

        assertThat(browser.post().uri("/quarantine/q1/replayed").with(csrf())).hasStatus(409).bodyText()
                .contains("the date [&lt;b&gt;] does not exist");
    }

    @Test
    void theRawBytesAreADownloadAndNeverAPage() {
        assertThat(browser.get().uri("/quarantine/q1/raw")).hasStatusOk().hasContentType("application/octet-stream")
                .headers().hasValue("Content-Disposition", "attachment; filename=\"quarantine-q1.bin\"")
                .hasValue("X-Content-Type-Options", "nosniff");
        assertThat(browser.get().uri("/quarantine/q2/raw")).hasStatus(404);
    }

    @Test
    void anEarlierVersionBecomesLiveAgain() {
        when(versions.rollback("11aa22", "eva")).thenReturn(came("published"));

        assertThat(browser.post().uri("/versions/11aa22/rolled-back").param("who", " eva ").with(csrf()))
                .hasRedirectedUrl("/versions?done=version-published");
    }

    @Test
    void theFilesOfTheFolderArePublishedWithANoteNowOrFromADateInTheEnginesZone() {
        when(versions.publish(any(), any(), eq("console"), eq("more diamonds"), isNull(), eq(false)))
                .thenReturn(came("published"));
        when(versions.publish(any(), any(), eq("eva"), eq(""), eq(Instant.parse("2026-12-01T00:00:00Z")), eq(false)))
                .thenReturn(came("scheduled"));

        assertThat(browser.post().uri("/versions/published").param("note", "more diamonds").param("from", "").with(csrf()))
                .hasRedirectedUrl("/versions?done=version-published");
        assertThat(browser.post().uri("/versions/published").param("who", "eva").param("from", "2026-12-01T00:00").with(csrf()))
                .hasRedirectedUrl("/versions?done=version-scheduled");
    }

    @Test
    void whatIsRefusedSaysWhyOnThePageAndInTheAnswer() {
        var refused = new PublicationView("refused", null, List.of("features/tier.feature:6  <b>"));
        when(versions.publish(any(), any(), any(), any(), isNull(), eq(false))).thenReturn(refused);

        assertThat(browser.post().uri("/versions/published").with(csrf())).hasStatus(409).bodyText()
                .contains("features/tier.feature:6  &lt;b&gt;");
        assertThat(browser.post().uri("/api/versions").contentType("application/json")
                .content("{\"files\":{\"1-classify/tier.csv\":\"\"},\"author\":\"eva\",\"note\":\"n\"}").with(csrf()))
                .hasStatus(409).bodyJson().extractingPath("$.said[0]").isEqualTo("features/tier.feature:6  <b>");
    }

    @Test
    void aScriptSetsAndCancelsADate() {
        var december = Instant.parse("2026-12-01T00:00:00Z");
        when(versions.schedule("11aa22", december, "eva")).thenReturn(came("scheduled"));
        when(versions.cancel("11aa22", "console")).thenThrow(new NotDone("failed.cancel", null));

        assertThat(browser.post().uri("/api/versions/11aa22/schedule").contentType("application/json")
                .content("{\"who\":\"eva\",\"from\":\"2026-12-01T00:00:00Z\"}").with(csrf()))
                .hasStatusOk().bodyJson().extractingPath("$.outcome").isEqualTo("scheduled");
        assertThat(browser.post().uri("/api/versions/11aa22/schedule").with(csrf())).hasStatus(400);
        assertThat(browser.post().uri("/api/versions/11aa22/cancel").with(csrf())).hasStatus(409).bodyJson()
                .extractingPath("$.said[0]").asString().contains("no date any more");
    }

    private static PublicationView came(String outcome) {
        return new PublicationView(outcome, Views.version("11aa22bb33cc44dd", "live", ""), List.of());
    }

    @Test
    void aPageRunsNoScriptAndStandsInNoFrame() {
        var page = browser.get().uri("/").exchange();

        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "script-src");
        assertThat(page).headers().hasValue("X-Frame-Options", "DENY").hasValue("Referrer-Policy", "same-origin");
    }

    @Test
    void aForeignNameForThisServerIsRefusedWithAdvice() {
        assertThat(browser.get().uri("http://evil.example/")).hasStatus(400).bodyText()
                .contains("[evil.example]", "rapport.console.hosts");
    }

    @Test
    void theAddressCannotPutWordsOnAPage() {
        assertThat(browser.get().uri("/?done=Your%20bill%20is%20due")).bodyText().doesNotContain("Your bill is due</div>")
                .doesNotContain("role=\"status\"");
    }
}
