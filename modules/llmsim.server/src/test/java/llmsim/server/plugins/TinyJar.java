package llmsim.server.plugins;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;

/** Makes a jar of a few sources and files, with the tools of the JDK. */
public final class TinyJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private String libraries = "";

    /** A source file, such as {@code words/Words.java}. */
    public TinyJar source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /** A file to put into the jar as it is. */
    public TinyJar file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** A generator with this name in a class of its own, that says one sentence. */
    public TinyJar generator(String packageName, String className, String name) {
        return source(
                packageName + "/" + className + ".java", """
                package %s;
                public class %s implements llmsim.api.spi.ResponseGenerator {
                    public String name() { return %s; }
                    public llmsim.api.reply.Completion generate(
                            llmsim.api.prompt.Prompt prompt, llmsim.api.spi.GenerationContext context) {
                        return llmsim.api.reply.Completion.text("from %s");
                    }
                }
                """.formatted(packageName, className, name, packageName));
    }

    /** Compiles against a further jar. */
    public TinyJar with(Path library) {
        libraries += File.pathSeparator + library;
        return this;
    }

    /** The file that makes a plain jar offer generators. */
    public TinyJar offers(String... classNames) {
        return file("META-INF/services/llmsim.api.spi.ResponseGenerator", String.join("\n", classNames));
    }

    /** A module that offers one generator. */
    public TinyJar module(String name, String generatorClass) {
        return source(
                "module-info.java",
                "module " + name + " { requires llmsim.api; provides llmsim.api.spi.ResponseGenerator with "
                        + generatorClass + "; }");
    }

    /** Writes the jar. */
    public Path write(Path jar) throws IOException {
        var work = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "work");
        var classes = Files.createDirectories(work.resolve("classes"));
        for (var file : files.entrySet()) {
            put(classes.resolve(file.getKey()), file.getValue());
        }
        if (!sources.isEmpty()) {
            compile(work, classes);
        }
        pack(classes, jar);
        delete(work);
        return jar;
    }

    private void compile(Path work, Path classes) throws IOException {
        var path = System.getProperty("jdk.module.path", System.getProperty("java.class.path")) + libraries;
        var arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "--release",
                "25",
                "-implicit:none",
                sources.containsKey("module-info.java") ? "--module-path" : "--class-path",
                path));
        for (var source : sources.entrySet()) {
            arguments.add(put(work.resolve("src").resolve(source.getKey()), source.getValue())
                    .toString());
        }
        run("javac", arguments);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(classes)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    private static Path put(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static void run(String tool, List<String> arguments) {
        var output = new StringWriter();
        var writer = new PrintWriter(output, true);
        var code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + output);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
