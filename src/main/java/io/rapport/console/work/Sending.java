package io.rapport.console.work;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.rapport.action.DeliverySwitch;
import io.rapport.action.Outbox;
import io.rapport.console.TodayView.ChannelSwitch;
import io.rapport.console.TodayView.Switches;
import io.rapport.facts.Channel;

/** The switches: pause one channel, stop everything. */
@Controller
public class Sending {

    /** Who is noted beside a change, as long as nobody logs in. */
    public static final String WHO = "console";

    /** Channels by which the engine can contact somebody. */
    private static final List<Channel> OUTWARD = List.of(Channel.EMAIL, Channel.CALL_CENTRE);

    private final Outbox outbox;

    Sending(Outbox outbox) {
        this.outbox = outbox;
    }

    public Switches switches() {
        var moved = outbox.switches().stream().filter(DeliverySwitch::stopped).map(DeliverySwitch::name).toList();
        var channels = Arrays.stream(Channel.values())
                .filter(channel -> OUTWARD.contains(channel) || moved.contains(channel.word()))
                .map(channel -> new ChannelSwitch(channel.word(), moved.contains(channel.word())))
                .toList();
        return new Switches(moved.contains(DeliverySwitch.EVERYTHING), channels);
    }

    /**
     * Stops or resumes everything, or one channel. Told apart by what is given, not by conditions of the mapping: those would
     * read the body of every posted request of the house, web forms among them, before it is known where it goes.
     */
    @PostMapping("/switches")
    String turned(@RequestParam(required = false) @Nullable Boolean stop,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "false") boolean pause) {
        if (channel != null) {
            var chosen = Channel.ofWord(channel);
            if (pause) {
                outbox.pause(chosen, WHO);
            } else {
                outbox.resume(chosen, WHO);
            }
            return "redirect:/?done=" + (pause ? "paused" : "unpaused");
        }
        if (stop == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (stop) {
            outbox.stopAll(WHO);
        } else {
            outbox.resumeAll(WHO);
        }
        return "redirect:/?done=" + (stop ? "stopped" : "resumed");
    }
}
