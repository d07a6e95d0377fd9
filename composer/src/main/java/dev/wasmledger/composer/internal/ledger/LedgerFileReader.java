package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.ComponentReference;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.composer.LedgerFile.InstanceLimits;
import dev.wasmledger.composer.LedgerFile.Part;
import dev.wasmledger.composer.LedgerFile.Snapshots;
import dev.wasmledger.composer.LedgerFile.With;
import dev.wasmledger.composer.Limits;
import dev.wasmledger.composer.internal.yaml.YamlReader;
import dev.wasmledger.composer.internal.yaml.YamlValue;
import dev.wasmledger.composer.internal.yaml.YamlValue.Entry;
import dev.wasmledger.composer.internal.yaml.YamlValue.Mapping;
import dev.wasmledger.composer.internal.yaml.YamlValue.Scalar;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** From the text of a {@code ledger.yaml} to its meaning; reports everything that is wrong with it at once. */
public final class LedgerFileReader {

    private static final List<String> KEYS = List.of(
            "ledger",
            "engine",
            "programs",
            "policies",
            "projections",
            "components",
            "transactions",
            "state",
            "limits",
            "snapshots");
    private static final List<String> PART_KEYS = List.of("component", "config", "with");
    private static final List<String> LIMIT_KEYS = List.of("memory-mib", "call-seconds");
    private static final List<String> SNAPSHOT_KEYS = List.of("every-mib", "keep");

    /** Names become part of root names, which are labels of the component model (Explainer.md, {@code label}). */
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    /** A 32-bit linear memory ends at 4 GiB. */
    private static final int MAX_MEMORY_MIB = 4096;

    /** A day: whoever wants no limit does not mean that nobody is to be told ever. */
    private static final int MAX_CALL_SECONDS = 86_400;
    /** A tebibyte. */
    private static final int MAX_EVERY_MIB = 1 << 20;

    private static final int MAX_SNAPSHOTS = 1000;

    private final SourceFile source;
    private final Path path;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Fields fields = new Fields(diagnostics::add);

    private LedgerFileReader(SourceFile source, Path path) {
        this.source = source;
        this.path = path;
    }

    /**
     * Reads a file.
     *
     * @throws DiagnosticException with all that is wrong with it
     */
    public static LedgerFile read(Path path) {
        return parse(new SourceFile(path.toString(), text(path)), path);
    }

    /**
     * Reads what a file would hold.
     *
     * @param path where the file would lie
     * @throws DiagnosticException with all that is wrong with it
     */
    public static LedgerFile parse(SourceFile source, Path path) {
        var reader = new LedgerFileReader(source, path);
        Optional<LedgerFile> file = reader.file(YamlReader.read(source));
        if (file.isEmpty() || !reader.diagnostics.isEmpty()) {
            throw new DiagnosticException(reader.diagnostics);
        }
        return file.get();
    }

    private static String text(Path path) {
        String problem;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(Limits.LEDGER_FILE_BYTES + 1);
            if (bytes.length <= Limits.LEDGER_FILE_BYTES) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
            problem = "it is larger than " + Limits.LEDGER_FILE_BYTES + " bytes";
        } catch (NoSuchFileException e) {
            problem = "there is no such file";
        } catch (CharacterCodingException e) {
            problem = "it is no UTF-8 text";
        } catch (IOException e) {
            problem = e.getMessage();
        }
        throw new DiagnosticException(Diagnostic.error(
                "COMPOSE0100", "cannot read the ledger's file: " + problem, new WholeFile(path.toString())));
    }

    private Optional<LedgerFile> file(YamlValue document) {
        Mapping root = new Mapping(fields.entries(document, "a ledger's file"), source.at(1, 1));
        if (!diagnostics.isEmpty()) {
            return Optional.empty();
        }
        Mapping known = fields.knownKeys(root, "a ledger's file", KEYS);
        Optional<String> ledger = fields.require(known, "the file", "ledger", root.span())
                .flatMap(entry -> fields.scalar(entry.value(), "`ledger`"))
                .filter(this::isLabel)
                .map(Scalar::text);
        Optional<Part> engine =
                fields.require(known, "the file", "engine", root.span()).flatMap(this::part);
        List<Part> programs = parts(known, "programs");
        List<Part> policies = parts(known, "policies");
        List<Part> projections = parts(known, "projections");
        List<Part> components = parts(known, "components");
        Optional<Path> transactions = file(known, "transactions");
        Path state = file(known, "state").orElse(beside("state"));
        InstanceLimits limits = limits(known);
        Snapshots snapshots = snapshots(known);
        if (ledger.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LedgerFile(
                path,
                ledger.get(),
                engine.get(),
                programs,
                policies,
                projections,
                components,
                transactions,
                state,
                limits,
                snapshots));
    }

    private List<Part> parts(Mapping root, String key) {
        return fields.find(root, key).stream()
                .flatMap(entry -> fields.entries(entry.value(), "`" + key + "`").stream())
                .map(this::part)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Part> part(Entry entry) {
        boolean named = isLabel(new Scalar(entry.key(), entry.keySpan()));
        String what = "`" + entry.key() + "`";
        Mapping body = switch (entry.value()) {
            case Mapping mapping -> fields.knownKeys(mapping, what, PART_KEYS);
            // The short form: nothing but the component.
            case YamlValue componentAlone ->
                new Mapping(List.of(new Entry("component", entry.keySpan(), componentAlone)), componentAlone.span());
        };
        Optional<Scalar> component = fields.require(body, what, "component", entry.keySpan())
                .flatMap(value -> fields.scalar(value.value(), "the component of " + what));
        Map<String, String> config = new LinkedHashMap<>();
        Map<String, Span> configSpans = new LinkedHashMap<>();
        readConfig(body, config, configSpans);
        List<With> with = with(body);
        Optional<ComponentReference> reference = component.flatMap(this::reference);
        if (!named || component.isEmpty() || reference.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Part(
                entry.key(), entry.keySpan(), reference.get(), component.get().span(), config, configSpans, with));
    }

    private Optional<ComponentReference> reference(Scalar scalar) {
        Optional<ComponentReference> reference = ComponentReference.parse(scalar.text());
        if (reference.isEmpty()) {
            fields.error(
                    "COMPOSE0107",
                    "`" + scalar.text() + "` does not name a component",
                    scalar.span(),
                    Optional.of("a component is a package id (wasmledger:engine@0.1.0), an artifact"
                            + " (mvn:group:artifact:version) or a file beside this one (./rates.wasm)"));
        }
        return reference;
    }

    private void readConfig(Mapping part, Map<String, String> config, Map<String, Span> spans) {
        for (Entry entry : entriesOf(part, "config")) {
            if (entry.value() instanceof Scalar scalar) {
                config.put(entry.key(), scalar.text());
                spans.put(entry.key(), entry.keySpan());
            } else {
                fields.scalar(entry.value(), "the value of `" + entry.key() + "`");
            }
        }
    }

    private List<With> with(Mapping part) {
        var with = new ArrayList<With>();
        for (Entry entry : entriesOf(part, "with")) {
            fields.scalar(entry.value(), "the instance that satisfies `" + entry.key() + "`")
                    .ifPresent(instance ->
                            with.add(new With(entry.key(), entry.keySpan(), instance.text(), instance.span())));
        }
        return with;
    }

    private List<Entry> entriesOf(Mapping part, String key) {
        return fields.find(part, key)
                .map(entry -> fields.entries(entry.value(), "`" + key + "`"))
                .orElse(List.of());
    }

    private Optional<Path> file(Mapping root, String key) {
        return fields.find(root, key)
                .flatMap(entry -> fields.scalar(entry.value(), "`" + key + "`"))
                .flatMap(scalar -> {
                    try {
                        return Optional.of(beside(scalar.text()));
                    } catch (InvalidPathException e) {
                        fields.error(
                                "COMPOSE0106", "this is no path: " + e.getReason(), scalar.span(), Optional.empty());
                        return Optional.empty();
                    }
                });
    }

    private Path beside(String name) {
        return path.resolveSibling(name).normalize();
    }

    private InstanceLimits limits(Mapping root) {
        Optional<Entry> limits = fields.find(root, "limits");
        if (limits.isEmpty()) {
            return InstanceLimits.DEFAULT;
        }
        Mapping body = new Mapping(
                fields.entries(limits.get().value(), "`limits`"), limits.get().keySpan());
        Mapping known = fields.knownKeys(body, "`limits`", LIMIT_KEYS);
        return new InstanceLimits(
                number(known, "memory-mib", 1, MAX_MEMORY_MIB), number(known, "call-seconds", 1, MAX_CALL_SECONDS));
    }

    private Snapshots snapshots(Mapping root) {
        Optional<Entry> snapshots = fields.find(root, "snapshots");
        if (snapshots.isEmpty()) {
            return Snapshots.STANDARD;
        }
        Mapping body = new Mapping(
                fields.entries(snapshots.get().value(), "`snapshots`"),
                snapshots.get().keySpan());
        Mapping known = fields.knownKeys(body, "`snapshots`", SNAPSHOT_KEYS);
        return new Snapshots(
                number(known, "every-mib", 1, MAX_EVERY_MIB).orElse(Snapshots.STANDARD.everyMib()),
                number(known, "keep", 0, MAX_SNAPSHOTS).orElse(Snapshots.STANDARD.keep()));
    }

    private OptionalInt number(Mapping mapping, String key, int least, int most) {
        Optional<Entry> entry = fields.find(mapping, key);
        if (entry.isEmpty()) {
            return OptionalInt.empty();
        }
        YamlValue value = entry.get().value();
        if (value instanceof Scalar scalar && scalar.text().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(scalar.text());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        fields.error(
                "COMPOSE0106",
                "`%s` must be a whole number from %d to %d".formatted(key, least, most),
                value.span(),
                Optional.empty());
        return OptionalInt.empty();
    }

    private boolean isLabel(Scalar name) {
        if (LABEL.matcher(name.text()).matches()) {
            return true;
        }
        Span place = name.span();
        fields.error(
                "COMPOSE0108",
                "`" + name.text() + "` cannot be a name",
                place,
                Optional.of("a name is small letters and digits in words joined by `-`: spending-limit"));
        return false;
    }
}
