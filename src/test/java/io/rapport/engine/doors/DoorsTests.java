package io.rapport.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rapport.engine.queue.QueueBeans;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class DoorsTests {

    private static final ConnectionFactory NO_BROKER = new ActiveMQConnectionFactory("vm://9999");

    @TempDir
    Path routes;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MockEnvironment settings = new MockEnvironment().withProperty("greeting", "hello");
    private final Doors doors = new Doors(camel, new RouteCheck(camel, settings, NO_BROKER));

    @BeforeEach
    void start() {
        camel.getRegistry().bind("jms", QueueBeans.jmsComponent(NO_BROKER));
        camel.getPropertiesComponent().addPropertiesSource(new SpringSettings(settings));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void opensWhatIsInTheFolder() throws Exception {
        save("10-greet-in", answering("{{greeting}}"));

        assertThat(ask()).isEqualTo("hello");
        assertThat(doors.list()).containsExactly(
                new Doors.Door("10-greet-in.camel.yaml", List.of("greet-in"), null));
    }

    @Test
    void aBrokenFileAtTheStartKeepsOnlyItsOwnDoorClosed() throws Exception {
        Files.writeString(routes.resolve("10-greet-in.camel.yaml"), answering("hello"));
        Files.writeString(routes.resolve("11-other-in.camel.yaml"), "- route: [");

        follow();

        assertThat(ask()).isEqualTo("hello");
        assertThat(doors.list()).extracting(door -> door.problem() == null).containsExactly(true, false);
    }

    @Test
    void anEditedFileTakesEffect() throws Exception {
        save("10-greet-in", answering("first"));

        save("10-greet-in", answering("second"));

        assertThat(ask()).isEqualTo("second");
        assertThat(camel.getRoutes()).hasSize(1);
    }

    @Test
    void aBrokenEditLeavesTheDoorAsItWasAndSaysWhere() throws Exception {
        save("10-greet-in", answering("first"));

        save("10-greet-in", answering("second").replace("setBody", "setBoddy"));

        assertThat(ask()).isEqualTo("first");
        assertThat(doors.list().getFirst().problem())
                .startsWith("routes/10-greet-in.camel.yaml:6:11  ").contains("setBoddy").endsWith("^");
    }

    @Test
    void anEditThatNamesAMissingSettingIsRefused() throws Exception {
        save("10-greet-in", answering("first"));

        save("10-greet-in", answering("first").replace("direct:greet", "file:{{no.such.folder}}"));

        assertThat(ask()).isEqualTo("first");
        assertThat(doors.list().getFirst().problem()).contains("no.such.folder");
    }

    @Test
    void anEditThatNamesAMissingComponentIsRefused() throws Exception {
        save("10-greet-in", answering("first"));

        save("10-greet-in", answering("first").replace("direct:greet", "pigeon:greet"));

        assertThat(ask()).isEqualTo("first");
        assertThat(doors.list().getFirst().problem()).contains("pigeon");
    }

    @Test
    void aRouteOfAnotherFileCannotBeTakenOver() throws Exception {
        save("10-greet-in", answering("first"));

        save("11-other-in", answering("other").replace("direct:greet", "direct:other"));

        assertThat(ask()).isEqualTo("first");
        assertThat(doors.list().getLast().problem()).contains("[greet-in]").contains("10-greet-in.camel.yaml");
    }

    @Test
    void aRemovedFileClosesItsDoorOnly() throws Exception {
        save("10-greet-in", answering("first"));
        save("11-other-in", answering("other").replace("greet", "other"));

        Files.delete(routes.resolve("10-greet-in.camel.yaml"));
        follow();

        assertThat(camel.getRoutes()).extracting(route -> route.getRouteId()).containsExactly("other-in");
        assertThat(doors.list()).extracting(Doors.Door::file).containsExactly("11-other-in.camel.yaml");
    }

    @Test
    void aCheckTakesNoComponentFromTheRunningRoutes() throws Exception {
        Object component = camel.getComponent("jms");
        save("10-greet-in", answering("first").replace("direct:greet", "direct:greet").replace(
                "        - setBody", "        - to: \"jms:elsewhere\"\n        - setBody"));

        assertThat(((org.apache.camel.Component) component).getCamelContext()).isSameAs(camel);
    }

    @Test
    void whatToDoWithFailuresIsSharedAndCanBeEdited() throws Exception {
        save("00-failures", caughtAs("caught"));
        save("10-greet-in", failing());
        assertThat(ask()).isEqualTo("caught");

        save("00-failures", caughtAs("caught again"));

        assertThat(ask()).isEqualTo("caught again");
        assertThat(camel.getRoutes()).hasSize(1);
    }

    @Test
    void whatIsSharedByNameCanBeEdited() throws Exception {
        save("00-failures", named(caughtAs("caught")));
        save("10-greet-in", named(failing()));
        assertThat(ask()).isEqualTo("caught");

        save("00-failures", named(caughtAs("caught again")));

        assertThat(ask()).isEqualTo("caught again");
        assertThat(camel.getRoutes()).hasSize(1);
        assertThat(doors.list()).extracting(Doors.Door::problem).containsOnlyNulls();
    }

    private static String named(String text) {
        return text.replace("- routeConfiguration:", "- routeConfiguration:\n    id: failures")
                .replace("    id: greet-in", "    id: greet-in\n    routeConfigurationId: failures");
    }

    private static String failing() {
        return answering("x").replace(
                "        - setBody:\n            constant: \"x\"",
                "        - throwException:\n            message: \"no\"\n            exceptionType: \"java.lang.IllegalStateException\"");
    }

    private static String answering(String answer) {
        return """
                - route:
                    id: greet-in
                    from:
                      uri: "direct:greet"
                      steps:
                        - setBody:
                            constant: "%s"
                """.formatted(answer);
    }

    private static String caughtAs(String answer) {
        return """
                - routeConfiguration:
                    onException:
                      - onException:
                          exception:
                            - java.lang.Exception
                          handled:
                            constant: "true"
                          steps:
                            - setBody:
                                constant: "%s"
                """.formatted(answer);
    }

    private String ask() {
        return camel.createFluentProducerTemplate().to("direct:greet").withBody("?").request(String.class);
    }

    private void save(String name, String text) throws IOException {
        Files.writeString(routes.resolve(name + ".camel.yaml"), text);
        follow();
    }

    private void follow() throws IOException {
        doors.follow(RouteFile.ofFolder(routes));
    }
}
