package dev.wasmledger.cli;

import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Small components, written by hand: {@code shop}, which needs nothing, and {@code needy}, which needs a shop. */
final class ShopComponents {

    private static final Path FOLDER = Path.of("src/test/resources/invoke");

    private ShopComponents() {}

    static void writeTo(Path folder, String world) throws IOException {
        ResolvedWit wit =
                new WitLoader().path(FOLDER.resolve("shop.wit")).load().orThrow();
        byte[] module = module(world);
        Files.write(
                folder.resolve(world + ".wasm"),
                Componentizer.componentize(
                        world, module, wit, wit.findWorld(world).orElseThrow()));
    }

    /** The core module that the component is made of. */
    static void writeModuleTo(Path folder, String world) throws IOException {
        Files.write(folder.resolve(world + ".core.wasm"), module(world));
    }

    private static byte[] module(String world) throws IOException {
        return HexFormat.of()
                .parseHex(Files.readAllLines(FOLDER.resolve(world + ".core.hex")).stream()
                        .map(line -> line.replaceFirst("\\s*;;.*", ""))
                        .collect(Collectors.joining()));
    }
}
