package io.rapport.console;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.rapport.console.Listing.Asked;

/** Reads {@code q}, {@code sort}, {@code down} and {@code page} of an address; what makes no sense counts as not said. */
final class AskedResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Asked(word(request, "q"), word(request, "sort"), word(request, "down").equals("true"),
                page(word(request, "page")));
    }

    private static String word(NativeWebRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
    }
}
