using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verify.Properties.Mutants;

/// <summary>
/// A project with many changes at once. Every changed method asks a switch which of its bodies it has, so that one
/// compiled copy serves for all changes, and its machine code is made once.
/// </summary>
internal static class SwitchedSource
{
    /// <summary>The class with the switch.</summary>
    public const string SwitchType = "MutantSwitch";

    /// <summary>Its field: the number of the change that is made, from 1; 0 for none.</summary>
    public const string ActiveField = "Active";

    /// <summary>
    /// Its list of the changes of methods that were called while the number was <see cref="Watching"/>.
    /// </summary>
    public const string WatchedField = "Watched";

    /// <summary>In place of a number: no change is made, and what is called is noted.</summary>
    public const int Watching = -1;

    private const string Prefix = "Switched_";

    private const string Switch = $$"""
        internal static class {{SwitchType}}
        {
            public static int {{ActiveField}};
            public static readonly System.Collections.Generic.HashSet<int> {{WatchedField}} = [];
        }
        """;

    /// <summary>The project with changes.</summary>
    /// <param name="source">The unchanged project.</param>
    /// <param name="changes">The bodies that each change replaces; the first change has the number 1.</param>
    public static CSharpCompilation Of(CSharpCompilation source, IReadOnlyList<IReadOnlyList<ChangedBody>> changes)
    {
        (int Number, ChangedBody Body)[] all =
            [.. changes.SelectMany((bodies, index) => bodies.Select(body => (index + 1, body)))];
        Method[] methods =
            [.. all.GroupBy(one => one.Body.Member).Select((bodies, index) => new Method(Prefix + index, [.. bodies]))];
        foreach (var inFile in methods.GroupBy(method => method.Type.SyntaxTree))
        {
            source = source.ReplaceSyntaxTree(inFile.Key, Rewrite(inFile.Key, [.. inFile]));
        }

        return source.AddSyntaxTrees(ProjectSource.Parse(Switch, SwitchType));
    }

    private static SyntaxTree Rewrite(SyntaxTree file, IReadOnlyList<Method> methods)
    {
        ILookup<SyntaxNode, Method> byType = methods.ToLookup(method => (SyntaxNode)method.Type);
        Dictionary<SyntaxNode, Method> byMember = methods.ToDictionary(method => method.Member);
        SyntaxNode root = file.GetRoot().ReplaceNodes(
            byMember.Keys.Union(byType.Select(type => type.Key)),
            (before, rewritten) => byMember.TryGetValue(before, out Method? method)
                ? method.Dispatching(rewritten)
                : ((TypeDeclarationSyntax)rewritten).AddMembers([.. byType[before].SelectMany(one => one.Bodies)]));
        return file.WithRootAndOptions(root, file.Options);
    }

    /// <summary>A method that some changes replace.</summary>
    /// <param name="name">What the names of its bodies begin with.</param>
    /// <param name="changes">The number of each change, and the body.</param>
    private sealed class Method(string name, IReadOnlyList<(int Number, ChangedBody Body)> changes)
    {
        private MethodDeclarationSyntax Shape => changes[0].Body.Original;

        public TypeDeclarationSyntax Type => changes[0].Body.Type;

        public SyntaxNode Member => changes[0].Body.Member;

        /// <summary>The unchanged body and all others, each a method of its own.</summary>
        public IEnumerable<MethodDeclarationSyntax> Bodies => changes
            .Select(change => Named(change.Body.Changed, change.Number))
            .Append(Named(Shape, 0));

        /// <summary>The member itself, which calls one of the bodies.</summary>
        public SyntaxNode Dispatching(SyntaxNode member)
        {
            SyntaxToken none = default;
            return member switch
            {
                MethodDeclarationSyntax method =>
                    method.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Dispatch()),
                AccessorDeclarationSyntax getter =>
                    getter.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Dispatch()),
                _ => ((PropertyDeclarationSyntax)member).WithExpressionBody(null).WithSemicolonToken(none)
                    .WithAccessorList(SyntaxFactory.AccessorList(
                        [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Dispatch())])),
            };
        }

        private BlockSyntax Dispatch()
        {
            string cases = string.Concat(changes.Select(change => $"case {change.Number}: {Call(change.Number)} "));
            string numbers = string.Join(", ", changes.Select(change => change.Number));
            string watch = $"global::{SwitchType}.{WatchedField}.UnionWith(new[] {{ {numbers} }}); goto default;";
            return SyntaxFactory.Block(SyntaxFactory.ParseStatement(
                $"switch (global::{SwitchType}.{ActiveField}) "
                + $"{{ {cases}case {Watching}: {watch} default: {Call(0)} }}"));
        }

        private string Call(int number)
        {
            string types = Shape.TypeParameterList is { } list
                ? $"<{string.Join(", ", list.Parameters.Select(type => type.Identifier.Text))}>" : "";
            string arguments = string.Join(", ", Shape.ParameterList.Parameters.Select(Argument));
            string call = $"{name}_{number}{types}({arguments});";
            return Shape.ReturnType switch
            {
                PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => $"{call} return;",
                RefTypeSyntax => $"return ref {call}",
                _ => $"return {call}",
            };
        }

        private MethodDeclarationSyntax Named(MethodDeclarationSyntax body, int number) =>
            body.WithIdentifier(SyntaxFactory.Identifier($"{name}_{number}"));

        private static string Argument(ParameterSyntax parameter) =>
            (parameter.Modifiers.Any(SyntaxKind.OutKeyword) ? "out "
                : parameter.Modifiers.Any(SyntaxKind.InKeyword)
                    || parameter.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? "in "
                : parameter.Modifiers.Any(SyntaxKind.RefKeyword) ? "ref "
                : "") + parameter.Identifier.Text;
    }
}
