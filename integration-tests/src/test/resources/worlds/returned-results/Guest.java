package guest;

import guest.test.returned_results.tasks.Tasks;
import guest.test.returned_results.tasks.TasksImports;
import guest.test.returned_results.tasks.Trouble;
import java.util.List;

/** Asks outside, and passes results on as they are. */
public final class Guest implements Tasks {

    @Override
    public Result<Integer, String> divide(int a, int b) {
        return TasksImports.divide(a, b);
    }

    @Override
    public Result<Unit, Unit> check(boolean ok) {
        return TasksImports.check(ok);
    }

    @Override
    public Result<Unit, Trouble> start(String name) {
        return switch (TasksImports.start(name)) {
            case Result.Ok<Unit, Trouble> ok -> ok;
            case Result.Err<Unit, Trouble>(Trouble.Broken(String text)) ->
                new Result.Err<>(new Trouble.Broken(text + "!"));
            case Result.Err<Unit, Trouble> err -> err;
        };
    }

    @Override
    public Result<List<String>, Unit> names(int count) {
        return TasksImports.names(count);
    }
}
