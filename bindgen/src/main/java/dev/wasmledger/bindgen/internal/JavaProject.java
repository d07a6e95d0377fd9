package dev.wasmledger.bindgen.internal;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Maven project that makes a component: sources and WIT where Maven and the plugin look for them, and a POM. */
public final class JavaProject {

    private static final String SOURCES = "src/main/java/";

    /** How {@link WitPrinter} writes the gate of an item that is there because its feature is on. */
    private static final Pattern GATE = Pattern.compile("(?m)^\\s*@unstable\\(feature = ([^)]*)\\)$");

    private final BindgenRequest request;
    private final String version;
    private final WorldId world;
    private final String wit;

    /** Of a request for a guest, of one world and with an implementation. */
    public JavaProject(BindgenRequest request, String version) {
        this.request = request;
        this.version = version;
        this.world = request.worlds().getFirst();
        ResolvedWit all = request.wit();
        this.wit = new WitPrinter(all.only(world)).printAll();
    }

    /** The bindings, and the world with all that it needs in one WIT file. */
    public List<GeneratedFile> bindings() {
        List<GeneratedFile> files = new ArrayList<>();
        new Generation(request).files().forEach(file -> files.add(inSources(file)));
        files.add(new GeneratedFile("src/main/wit/" + request.wit().get(world).name() + ".wit", wit));
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    /** The POM, and the class that implements the exports. */
    public List<GeneratedFile> own() {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile("pom.xml", pom()));
        new GuestStub(request).files().forEach(file -> files.add(inSources(file)));
        return files;
    }

    private static GeneratedFile inSources(GeneratedFile file) {
        return new GeneratedFile(SOURCES + file.path(), file.content());
    }

    private String pom() {
        String features = GATE.matcher(wit)
                .results()
                .map((MatchResult gate) -> gate.group(1).strip())
                .distinct()
                .sorted()
                .map(feature -> "            <feature>" + feature + "</feature>\n")
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0"
                         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
                  <modelVersion>4.0.0</modelVersion>

                  <groupId>%1$s</groupId>
                  <artifactId>%2$s</artifactId>
                  <version>0.1.0-SNAPSHOT</version>

                  <properties>
                    <maven.compiler.release>21</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>

                  <dependencies>
                    <dependency>
                      <groupId>dev.wasmledger</groupId>
                      <artifactId>guest-java</artifactId>
                      <version>%3$s</version>
                    </dependency>
                  </dependencies>

                  <build>
                    <pluginManagement>
                      <plugins>
                        <plugin>
                          <artifactId>maven-resources-plugin</artifactId>
                          <version>3.5.0</version>
                        </plugin>
                        <plugin>
                          <artifactId>maven-compiler-plugin</artifactId>
                          <version>3.16.0</version>
                        </plugin>
                        <plugin>
                          <artifactId>maven-surefire-plugin</artifactId>
                          <version>3.6.1</version>
                        </plugin>
                        <plugin>
                          <artifactId>maven-jar-plugin</artifactId>
                          <version>3.5.1</version>
                        </plugin>
                      </plugins>
                    </pluginManagement>
                    <plugins>
                      <plugin>
                        <groupId>dev.wasmledger</groupId>
                        <artifactId>wasmledger-maven-plugin</artifactId>
                        <version>%3$s</version>
                        <executions>
                          <execution>
                            <goals>
                              <goal>componentize</goal>
                            </goals>
                          </execution>
                        </executions>
                        <configuration>
                          <world>%4$s</world>
                %5$s        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        request.basePackage(),
                        request.wit().get(world).name(),
                        version,
                        request.wit().worldName(world),
                        features.isEmpty() ? "" : "          <features>\n" + features + "          </features>\n");
    }
}
