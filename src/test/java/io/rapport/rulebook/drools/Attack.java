package io.rapport.rulebook.drools;

import java.util.List;

/** Ways of running code out of Drools' own language, for the case that a text should ever reach it as it stands. */
record Attack(String name, String declarations, String attributes, String condition, String consequence) {

    static final List<Attack> ALL = List.of(consequence("call of a method", "io.rapport.rulebook.Canary.touch();"),
            consequence("call of the JDK", "System.setProperty(\"rapport.canary\", \"1\");"),
            consequence("end of a comment", "/* */ io.rapport.rulebook.Canary.touch(); /* */"),
            consequence("unicode escape", "String s = \"\\u0022; io.rapport.rulebook.Canary.touch(); s = \\u0022\";"),
            consequence("static initialiser", "} static { io.rapport.rulebook.Canary.touch(); } static void more() {"),
            consequence("static initialiser without a call", "} static int evil = 1 / Integer.valueOf(1); static void more() {"),
            consequence("native method", "} static native void evil(); static void more() {"),
            consequence("lambda", "Runnable evil = () -> io.rapport.rulebook.Canary.touch(); evil.run();"),
            consequence("reference to a method", "java.util.function.BooleanSupplier evil = io.rapport.rulebook.Canary::touch;"
                    + " evil.getAsBoolean();"),
            consequence("reflection", "Class.forName(\"io.rapport.rulebook.Canary\").getMethod(\"touch\").invoke(null);"),
            consequence("class of the fact",
                    "look.getClass().getClassLoader().loadClass(\"io.rapport.rulebook.Canary\").newInstance();"),
            consequence("new object", "new io.rapport.rulebook.Canary();"),
            consequence("new fact", "insert(new io.rapport.rulebook.Canary());"),
            consequence("firing for ever", "update(look);"),
            consequence("looping for ever", "while (look != null) { }"),
            consequence("the rule engine itself",
                    "kcontext.getKieRuntime().getKieBase().removeKiePackage(\"io.rapport.rulebook.generated\");"),
            consequence("another language", "org.mvel2.MVEL.eval(\"io.rapport.rulebook.Canary.touch()\");"),
            consequence("string by concatenation", "String evil = \"a\" + look;"),
            new Attack("dialect", "", "dialect \"mvel\"", "", "io.rapport.rulebook.Canary.touch();"),
            new Attack("function", "function boolean evil() { return io.rapport.rulebook.Canary.touch(); }", "", "", "evil();"),
            new Attack("function in a condition", "function boolean evil() { return io.rapport.rulebook.Canary.touch(); }", "",
                    ", eval(evil())", ""),
            new Attack("imported function", "import function io.rapport.rulebook.Canary.touch", "", "", "touch();"),
            new Attack("import", "import io.rapport.rulebook.Canary", "", "", "Canary.touch();"),
            new Attack("declared type", "declare Evil\n touched : boolean = io.rapport.rulebook.Canary.touch()\nend", "", "",
                    "insert(new Evil());"),
            new Attack("query", "query evil()\n eval(io.rapport.rulebook.Canary.touch())\nend", "", "", ""),
            new Attack("global", "global io.rapport.rulebook.Canary canary;", "", "", ""),
            new Attack("second rule", "rule evil when Look() then io.rapport.rulebook.Canary.touch(); end", "", "", ""),
            condition("call in a condition", ", io.rapport.rulebook.Canary.touch()"),
            condition("call of the JDK in a condition", ", System.setProperty(\"rapport.canary\", \"1\") == null"),
            condition("eval in a pattern", ", eval(io.rapport.rulebook.Canary.touch())"),
            condition("eval behind a pattern", ") eval(io.rapport.rulebook.Canary.touch()"),
            condition("from", ") Look() from io.rapport.rulebook.Canary.list("),
            condition("accumulate", ") accumulate(Look(); $n : count(io.rapport.rulebook.Canary.touch())"),
            condition("class of the fact in a condition", ", getClass().getClassLoader() != null"),
            attribute("salience", "salience io.rapport.rulebook.Canary.priority()"),
            attribute("enabled", "enabled (io.rapport.rulebook.Canary.touch())"),
            attribute("timer", "timer (int: 0 1)"));

    /** Names of those that are a consequence and nothing else. */
    static final List<String> CONSEQUENCES = ALL.stream().filter(attack -> !attack.consequence().isEmpty()
            && attack.declarations().isEmpty() && attack.attributes().isEmpty()).map(Attack::name).toList();

    /** The generated source with the attack in it, as a writer would make it that lets texts through. */
    String drl() {
        return "package " + DrlWriter.PACKAGE + ";\nimport " + Look.class.getName() + ";\nimport " + Firing.class.getName()
                + ";\nglobal Firing firing;\ndialect \"java\"\n" + declarations + "\nrule \"r0\" agenda-group \"CLASSIFY\" "
                + attributes + "\nwhen\n  look : Look(group == 0" + condition + ")\nthen\n  firing.hit(0, look);\n  "
                + consequence
                + "\nend\n";
    }

    private static Attack consequence(String name, String code) {
        return new Attack(name, "", "", "", code);
    }

    private static Attack condition(String name, String code) {
        return new Attack(name, "", "", code, "");
    }

    private static Attack attribute(String name, String code) {
        return new Attack(name, "", code, "", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
