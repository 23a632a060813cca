namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Branches, loops, switches and try blocks around the statements of features.</summary>
/// <param name="draft">The method being written.</param>
/// <param name="integers">Makes the conditions.</param>
/// <param name="features">Write the statements inside.</param>
/// <param name="early">A statement that returns early.</param>
/// <param name="mayCatch">True to include try blocks, which prevent merging.</param>
internal sealed class Statements(
    Draft draft, IntegerExpressions integers, IReadOnlyList<IFeature> features, string early, bool mayCatch)
{
    private static readonly string[] Caught =
    [
        "ArithmeticException", "NullReferenceException", "IndexOutOfRangeException", "OwnException", "SystemException",
    ];

    public void Write(int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            WriteOne(depth);
        }
    }

    private void WriteOne(int depth)
    {
        switch (depth == 0 ? 9 : draft.Below(10))
        {
            case 0 or 1 when draft.TryFork():
                draft.Block($"if ({integers.Condition()})", () => Write(2, depth - 1));
                draft.Block("else", () => Write(1, depth - 1));
                break;
            case 2:
                Loop();
                break;
            case 3 when draft.TryFork() && draft.TryFork():
                LoopThatIsLeft();
                break;
            case 4 when draft.TryFork():
                Switch(depth);
                break;
            case 6 when mayCatch:
                Try(depth);
                break;
            case 5 when draft.TryFork():
                draft.Line($"if ({integers.Condition()}) {early}");
                break;
            default:
                Simple();
                break;
        }
    }

    private void Loop()
    {
        var counter = draft.Fresh("i");
        draft.Block(
            $"for (int {counter} = 0; {counter} < {draft.Below(3) + 1}; {counter}++)", () => draft.Repeated(Simple));
    }

    private void LoopThatIsLeft()
    {
        var counter = draft.Fresh("i");
        draft.Block($"for (int {counter} = 0; {counter} < 2; {counter}++)", () => draft.Repeated(() =>
        {
            integers.Assign();
            draft.Line($"if ({integers.Condition()}) {draft.Pick(["break;", "continue;", early])}");
            Simple();
        }));
    }

    private void Switch(int depth) =>
        draft.Block($"switch ({integers.Variable()} {draft.Pick(["& 3", "& 7", "- 5"])})", () =>
        {
            foreach (var label in (string[])["case 0:", "case 1: case 3:", "default:"])
            {
                draft.Line(label);
                Write(1, depth - 1);
                draft.Line("break;");
            }
        });

    private void Try(int depth)
    {
        draft.Block("try", () => Write(3, depth - 1));
        var isCaught = !draft.Chance(3);
        if (isCaught)
        {
            draft.Block($"catch ({draft.Pick(Caught)})", () => Write(1, depth - 1));
        }

        if (draft.Chance(3))
        {
            isCaught = true;
            draft.Block("catch (Exception thrown)", () =>
            {
                Simple();
                var condition = $"thrown is {draft.Pick(Caught)} || {integers.Condition()}";
                draft.Line($"if ({condition}) {draft.Pick(["throw;", early])}");
            });
        }

        if (!isCaught || draft.Chance(2))
        {
            draft.Block("finally", () => draft.Repeated(Simple));
        }
    }

    private void Simple()
    {
        if (features.Count == 0 || draft.Chance(4))
        {
            integers.Assign();
        }
        else
        {
            draft.Pick(features).Statement();
        }
    }
}
