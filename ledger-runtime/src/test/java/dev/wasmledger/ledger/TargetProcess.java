package dev.wasmledger.ledger;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts a class of the tests as a process of its own, again and again. Its classes are kept in an archive that a process
 * maps instead of loading them, which takes most of the time of a process that lives for a moment.
 */
record TargetProcess(Path archive, String classPath, Class<?> main) {

    /** What the virtual machine has to say must not come between what the process says. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

    /**
     * Runs the class once, to its end, and archives what was loaded.
     *
     * @param folder for the archive, and for that one run to work in
     * @param main is given a folder to work in
     * @param input what that one run reads
     */
    static TargetProcess prepare(Path folder, Class<?> main, String input) throws IOException, InterruptedException {
        TargetProcess target = new TargetProcess(folder.resolve("classes.jsa"), jars(folder), main);
        Process trial = target.start(
                List.of("-XX:ArchiveClassesAtExit=" + target.archive),
                folder.resolve("trial").toString());
        try (OutputStream stream = trial.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        }
        trial.getInputStream().readAllBytes();
        if (trial.waitFor() != 0 || !Files.exists(target.archive)) {
            throw new IOException("no archive of classes came of " + main);
        }
        return target;
    }

    Process start(String... arguments) throws IOException {
        return start(List.of("-XX:SharedArchiveFile=" + archive), arguments);
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The class path of this process, each folder on it as a jar: no other class path can be archived. */
    private static String jars(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve(jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream target = new JarOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            target.setLevel(0);
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                target.putNextEntry(
                        new JarEntry(folder.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, target);
            }
        }
    }
}
