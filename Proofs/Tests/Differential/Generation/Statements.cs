namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Branches, loops and switches around the statements of features.</summary>
/// <param name="draft">Where they are written.</param>
/// <param name="integers">What they branch on.</param>
/// <param name="features">What is done in them.</param>
/// <param name="early">Leaves the method.</param>
internal sealed class Statements(Draft draft, Integers integers, IReadOnlyList<IFeature> features, string early)
{
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
