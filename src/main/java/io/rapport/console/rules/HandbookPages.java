package io.rapport.console.rules;

import io.rapport.console.Wording;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The handbook: a page of its own, to be read, printed and sent on. */
@Controller
class HandbookPages {

    private final HandbookDesk desk;

    private final Wording wording;

    HandbookPages(HandbookDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @GetMapping(path = "/handbook", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String page() {
        return desk.html(wording.language());
    }
}
