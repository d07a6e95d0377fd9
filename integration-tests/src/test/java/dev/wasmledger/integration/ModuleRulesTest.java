package dev.wasmledger.integration;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table "may use" of ARCHITECTURE.md, and that a module's internals stay its own. */
class ModuleRulesTest {

    /** A module, the root of its packages, and the modules whose classes it may use. */
    record Module(String name, String root, Set<Module> mayUse) {

        /** What a module may use, it may use with all that it in turn may use. */
        static Module of(String name, String root, Module... mayUse) {
            Set<Module> all = new HashSet<>();
            for (Module module : mayUse) {
                all.add(module);
                all.addAll(module.mayUse);
            }
            return new Module(name, root, Set.copyOf(all));
        }

        boolean holds(JavaClass type) {
            return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
        }

        DescribedPredicate<JavaClass> members() {
            return DescribedPredicate.describe("classes of " + name, this::holds);
        }

        boolean mayUse(Module other) {
            return other.equals(this) || mayUse.contains(other);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Module WIT_PARSER = Module.of("wit-parser", "dev.wasmledger.wit");
    private static final Module COMPONENT_MODEL = Module.of("component-model", "dev.wasmledger.component", WIT_PARSER);
    private static final Module BINDGEN = Module.of("bindgen", "dev.wasmledger.bindgen", COMPONENT_MODEL);
    private static final Module COMPOSER = Module.of("composer", "dev.wasmledger.composer", COMPONENT_MODEL);
    private static final Module COMPONENT_RUNTIME =
            Module.of("component-runtime", "dev.wasmledger.runtime", COMPONENT_MODEL);
    private static final Module GUEST_JAVA = Module.of("guest-java", "dev.wasmledger.guest");
    private static final Module MAVEN_PLUGIN =
            Module.of("maven-plugin", "dev.wasmledger.maven", BINDGEN, COMPOSER, GUEST_JAVA);
    /** The plugin that they are built with is none of their classes' business. */
    private static final Module COMPONENTS = Module.of("components", "dev.wasmledger.components", GUEST_JAVA);

    private static final Module LEDGER_RUNTIME =
            Module.of("ledger-runtime", "dev.wasmledger.ledger", COMPONENT_RUNTIME, COMPOSER);
    private static final Module CLI = Module.of("cli", "dev.wasmledger.cli", LEDGER_RUNTIME, BINDGEN, GUEST_JAVA);

    static List<Module> modules() {
        return List.of(
                WIT_PARSER,
                COMPONENT_MODEL,
                BINDGEN,
                COMPOSER,
                COMPONENT_RUNTIME,
                GUEST_JAVA,
                MAVEN_PLUGIN,
                COMPONENTS,
                LEDGER_RUNTIME,
                CLI);
    }

    private static Optional<Module> moduleOf(JavaClass type) {
        return modules().stream().filter(module -> module.holds(type)).findFirst();
    }

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.wasmledger");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesOnlyWhatItMay(Module module) {
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                "classes of modules other than " + module.mayUse,
                type -> moduleOf(type).filter(other -> !module.mayUse(other)).isPresent());
        noClasses()
                .that(are(module.members()))
                .should()
                .dependOnClassesThat(forbidden)
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void keepsItsInternalsToItself(Module module) {
        DescribedPredicate<JavaClass> internalsOfOthers = DescribedPredicate.describe(
                "internals of other modules",
                type -> Arrays.asList(type.getPackageName().split("\\.")).contains("internal")
                        && moduleOf(type).filter(owner -> !owner.equals(module)).isPresent());
        noClasses()
                .that(are(module.members()))
                .should()
                .dependOnClassesThat(internalsOfOthers)
                .check(classes);
    }

    @Test
    void onlyOnePackageImportsTheEngine() {
        Set<String> packages = classes.stream()
                .filter(type -> COMPONENT_RUNTIME.holds(type))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("com.dylibso.chicory")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(packages).hasSize(1);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .that()
                .resideInAPackage("dev.wasmledger..")
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "belong to a module", type -> moduleOf(type).isPresent())))
                .check(classes);
    }
}
