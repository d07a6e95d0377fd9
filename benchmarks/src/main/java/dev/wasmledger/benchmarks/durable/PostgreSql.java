package dev.wasmledger.benchmarks.durable;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own in a temporary folder, reached through a socket there, with the schema and the transfer that lie
 * beside this class as SQL. Everything is left as it comes: each commit is forced to disk.
 */
final class PostgreSql implements AutoCloseable {

    /** Where Debian puts a version's programs. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    /** The server refuses to run as root. */
    private static final List<String> ORDINARY_USERS = List.of("postgres", "nobody");

    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);
    private static final Pattern LATENCY = Pattern.compile("^latency average = ([0-9.]+) ms", Pattern.MULTILINE);
    private static final int PATIENCE_SECONDS = 60;

    private final Path programs;
    private final List<String> asUser;
    private final Path folder;

    private PostgreSql(Path programs, List<String> asUser, Path folder) {
        this.programs = programs;
        this.asUser = asUser;
        this.folder = folder;
    }

    /** What pgbench says. */
    record Measured(double perSecond, double averageMillis) {}

    /** The folder of the server's programs: the property {@code postgres.bin}, or where they usually are. */
    static Optional<Path> programs() throws IOException {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getProperty("postgres.bin")).map(Path::of).ifPresent(candidates::add);
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(candidates::add);
            }
        }
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(Path::of)
                .forEach(candidates::add);
        return candidates.stream()
                .filter(bin -> Stream.of("initdb", "pg_ctl", "psql", "pgbench")
                        .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                .findFirst();
    }

    /** Starts a server, and makes so many accounts. */
    static PostgreSql start(Path programs, int accounts) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postgresql-benchmark");
        var server = new PostgreSql(programs, asUser(folder), folder);
        server.resource("schema.sql");
        server.resource("transfer.sql");
        server.run("initdb", "-D", server.path("data"), "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-locale");
        server.run(
                "pg_ctl",
                "-D",
                server.path("data"),
                "-l",
                server.path("server.log"),
                "-o",
                "-c listen_addresses='' -c unix_socket_directories=" + folder,
                "-w",
                "start");
        server.ask("psql", "-q", "-v", "ON_ERROR_STOP=1", "-v", "accounts=" + accounts, "-f", "schema.sql");
        return server;
    }

    /** What has to stand before a command so that no root runs it. */
    private static List<String> asUser(Path folder) throws IOException {
        if (!Objects.equals(System.getProperty("user.name"), "root")) {
            return List.of();
        }
        for (String user : ORDINARY_USERS) {
            try {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
                return List.of("runuser", "-u", user, "--");
            } catch (UserPrincipalNotFoundException e) {
                // the next one
            }
        }
        throw new IOException("this is root, and none of the users " + ORDINARY_USERS + " is there");
    }

    private void resource(String name) throws IOException {
        try (InputStream sql = PostgreSql.class.getResourceAsStream(name)) {
            Path file = folder.resolve(name);
            Files.copy(Objects.requireNonNull(sql, name), file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a program that connects to the server. */
    private String ask(String program, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-h", folder.toString(), "-U", "bench", "-d", "postgres"));
        all.addAll(List.of(arguments));
        return run(program, all.toArray(String[]::new));
    }

    /** As it names itself. */
    String version() throws IOException, InterruptedException {
        return run("psql", "--version").strip();
    }

    /** Lets so many clients transfer, one transfer a transaction. */
    Measured measure(int clients, int accounts, double seconds) throws IOException, InterruptedException {
        String output = ask(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-f",
                "transfer.sql",
                "-D",
                "accounts=" + accounts,
                "-c",
                Integer.toString(clients),
                "-j",
                Integer.toString(Math.min(clients, 2)),
                "-T",
                Long.toString(Math.max(1, Math.round(seconds))));
        return new Measured(find(RATE, output), find(LATENCY, output));
    }

    private static double find(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("pgbench says nothing of that kind:\n" + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asUser);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(program, ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS * 10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " has failed:\n" + Files.readString(output, StandardCharsets.UTF_8));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", path("data"), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was stopping", e);
        } finally {
            ComposedLedger.delete(folder);
        }
    }
}
