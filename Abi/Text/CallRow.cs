using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>Creates the rows of the table of calls, and has the outcomes that many of them share.</summary>
internal static class CallRow
{
    public static readonly OutcomeSyntax Returns = new(ResultForm.Number);
    public static readonly OutcomeSyntax ReturnsId = new(ResultForm.Id);
    public static readonly OutcomeSyntax Tells = new(ResultForm.Text);

    public static CallSyntax<TCall, ValueTuple> Row<TCall>(
        string name, OutcomeSyntax outcome, Func<int, TCall> make)
        where TCall : Call => new(name, outcome, new Nothing(), _ => default, (pid, _) => make(pid));

    public static CallSyntax<TCall, A> Row<TCall, A>(
        string name, OutcomeSyntax outcome, Syntax<A> argument, Func<TCall, A> take, Func<int, A, TCall> make)
        where TCall : Call => new(name, outcome, argument, take, make);

    public static CallSyntax<TCall, (A, B)> Row<TCall, A, B>(
        string name,
        OutcomeSyntax outcome,
        (Syntax<A>, Syntax<B>) arguments,
        Func<TCall, (A, B)> take,
        Func<int, A, B, TCall> make,
        params IReadOnlyList<Type> cases)
        where TCall : Call
    {
        var pair = new ArgumentPair<A, B>(arguments.Item1, arguments.Item2);
        return new(name, outcome, pair, take, (pid, args) => make(pid, args.Item1, args.Item2), cases);
    }

    public static CallSyntax<TCall, (A, (B, C))> Row<TCall, A, B, C>(
        string name,
        OutcomeSyntax outcome,
        (Syntax<A>, Syntax<B>, Syntax<C>) arguments,
        Func<TCall, (A, B, C)> take,
        Func<int, A, B, C, TCall> make)
        where TCall : Call
    {
        var rest = new ArgumentPair<B, C>(arguments.Item2, arguments.Item3);
        var triple = new ArgumentPair<A, (B, C)>(arguments.Item1, rest);
        return new(
            name,
            outcome,
            triple,
            call => take(call) is var (a, b, c) ? (a, (b, c)) : default,
            (pid, args) => make(pid, args.Item1, args.Item2.Item1, args.Item2.Item2));
    }

    public static CallSyntax<TCall, (A, (B, (C, D)))> Row<TCall, A, B, C, D>(
        string name,
        OutcomeSyntax outcome,
        (Syntax<A>, Syntax<B>, Syntax<C>, Syntax<D>) arguments,
        Func<TCall, (A, B, C, D)> take,
        Func<int, A, B, C, D, TCall> make)
        where TCall : Call
    {
        (Syntax<A> first, Syntax<B> second, Syntax<C> third, Syntax<D> fourth) = arguments;
        return new(
            name,
            outcome,
            new ArgumentPair<A, (B, (C, D))>(
                first, new ArgumentPair<B, (C, D)>(second, new ArgumentPair<C, D>(third, fourth))),
            call => take(call) is var (a, b, c, d) ? (a, (b, (c, d))) : default,
            (pid, args) => make(pid, args.Item1, args.Item2.Item1, args.Item2.Item2.Item1, args.Item2.Item2.Item2));
    }
}
