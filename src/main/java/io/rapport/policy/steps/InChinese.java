package io.rapport.policy.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.cucumber.java.StepDefinitionAnnotation;

/** The Chinese wording of a step, beside the English one; any keyword of a {@code # language: zh-CN} feature may precede it. */
@StepDefinitionAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InChinese {

    String value();

    /** Which parameter each place of the wording fills, counted from 0; empty: in the order of the parameters. */
    int[] order() default {};
}
