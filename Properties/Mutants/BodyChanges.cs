using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Verify.Properties.Mutants;

/// <summary>A method or accessor whose body a change replaces.</summary>
/// <param name="Type">Its type, in the unchanged file.</param>
/// <param name="Name">Its name in the compiled code, without that of an interface that it implements.</param>
/// <param name="Member">The method, property or accessor, in the unchanged file.</param>
/// <param name="Original">A private method of the same signature with the same body.</param>
/// <param name="Changed">A private method of the same signature with the new body.</param>
internal sealed record ChangedBody(
    TypeDeclarationSyntax Type,
    string Name,
    SyntaxNode Member,
    MethodDeclarationSyntax Original,
    MethodDeclarationSyntax Changed);

/// <summary>Finds the bodies in which two versions of a file differ.</summary>
internal static class BodyChanges
{
    private static readonly SyntaxKind[] Kept =
        [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword];

    /// <summary>
    /// The bodies that each edit changes. An edit that does not fit the source, or changes anything else, is left out.
    /// </summary>
    public static IReadOnlyList<(SourceEdit Edit, IReadOnlyList<ChangedBody> Bodies)> Of(
        IEnumerable<SourceEdit> edits, CSharpCompilation source) =>
    [
        .. from edit in edits.Distinct()
           let bodies = Of(edit, source)
           where bodies is not null
           select (edit, bodies),
    ];

    /// <summary>The changed bodies; null if anything else differs, constructors and initializers included.</summary>
    public static IReadOnlyList<ChangedBody>? Between(SyntaxTree before, SyntaxTree after)
    {
        (CompilationUnitSyntax old, CompilationUnitSyntax changed) =
            ((CompilationUnitSyntax)before.GetRoot(), (CompilationUnitSyntax)after.GetRoot());
        List<ChangedBody> found = [];
        return old.WithMembers(default).IsEquivalentTo(changed.WithMembers(default))
            && AreBodies(old.Members, changed.Members, found) ? found : null;
    }

    private static IReadOnlyList<ChangedBody>? Of(SourceEdit edit, CSharpCompilation source)
    {
        try
        {
            return ProjectSource.FileOf(source, edit.File) is { } file
                ? Between(file, ProjectSource.Parse(edit.Apply(file.ToString()), edit.File))
                : null;
        }
        catch (MutantException)
        {
            return null;
        }
    }

    private static bool AreBodies(
        SyntaxList<MemberDeclarationSyntax> before, SyntaxList<MemberDeclarationSyntax> after,
        List<ChangedBody> found) =>
        before.Count == after.Count
        && before.Zip(after).All(pair => pair.First.IsEquivalentTo(pair.Second)
            || IsBody(pair.First, pair.Second, found));

    private static bool IsBody(
        MemberDeclarationSyntax before, MemberDeclarationSyntax after, List<ChangedBody> found) =>
        (before, after) switch
    {
        (BaseNamespaceDeclarationSyntax a, BaseNamespaceDeclarationSyntax b) =>
            a.WithMembers(default).IsEquivalentTo(b.WithMembers(default)) && AreBodies(a.Members, b.Members, found),
        (TypeDeclarationSyntax a, TypeDeclarationSyntax b) =>
            a.WithMembers(default).IsEquivalentTo(b.WithMembers(default)) && AreBodies(a.Members, b.Members, found),
        (MethodDeclarationSyntax a, MethodDeclarationSyntax b) =>
            WithoutBody(a).IsEquivalentTo(WithoutBody(b))
            && Add(a, a, a.Identifier.Text, MethodOf(a), MethodOf(b), found),
        (PropertyDeclarationSyntax { ExpressionBody: { } old } a, PropertyDeclarationSyntax b) =>
            b.ExpressionBody is { } body && a.WithExpressionBody(body).IsEquivalentTo(b)
            && Add(
                a, a, $"get_{a.Identifier.Text}",
                MethodOf(a.Type, a.Modifiers, null, old), MethodOf(b.Type, b.Modifiers, null, body), found),
        (PropertyDeclarationSyntax { AccessorList: { } list } a, PropertyDeclarationSyntax b) =>
            b.AccessorList is { } changed && a.WithAccessorList(changed).IsEquivalentTo(b)
            && list.Accessors.Count == changed.Accessors.Count
            && list.Accessors.Zip(changed.Accessors).All(pair => pair.First.IsEquivalentTo(pair.Second)
                || (IsGetter(pair.First, pair.Second)
                    && Add(
                        a, pair.First, $"get_{a.Identifier.Text}",
                        MethodOf(a, pair.First), MethodOf(b, pair.Second), found))),
        _ => false,
    };

    private static bool IsGetter(AccessorDeclarationSyntax before, AccessorDeclarationSyntax after) =>
        after.IsKind(SyntaxKind.GetAccessorDeclaration) && (after.Body is not null || after.ExpressionBody is not null)
        && WithoutBody(before).IsEquivalentTo(WithoutBody(after));

    private static bool Add(
        MemberDeclarationSyntax before, SyntaxNode member, string name,
        MethodDeclarationSyntax? original, MethodDeclarationSyntax? changed, List<ChangedBody> found)
    {
        if (original is null || changed is null || before.Parent is not TypeDeclarationSyntax type)
        {
            return false;
        }

        found.Add(new ChangedBody(type, name, member, original, changed));
        return true;
    }

    private static MethodDeclarationSyntax WithoutBody(MethodDeclarationSyntax method) =>
        method.WithBody(null).WithExpressionBody(null).WithSemicolonToken(default);

    private static AccessorDeclarationSyntax WithoutBody(AccessorDeclarationSyntax accessor) =>
        accessor.WithBody(null).WithExpressionBody(null).WithSemicolonToken(default);

    // An override or an implementation of an interface inherits the constraints of its type parameters.
    private static MethodDeclarationSyntax? MethodOf(MethodDeclarationSyntax method) =>
        method.Body is null && method.ExpressionBody is null ? null
        : method is { TypeParameterList: not null, ExplicitInterfaceSpecifier: not null } ? null
        : method.TypeParameterList is not null && method.Modifiers.Any(SyntaxKind.OverrideKeyword) ? null
        : method
            .WithAttributeLists(default)
            .WithExplicitInterfaceSpecifier(null)
            .WithModifiers(PrivateAnd(method.Modifiers));

    private static MethodDeclarationSyntax MethodOf(
        PropertyDeclarationSyntax property, AccessorDeclarationSyntax getter) =>
        MethodOf(property.Type, property.Modifiers.AddRange(getter.Modifiers), getter.Body, getter.ExpressionBody);

    private static MethodDeclarationSyntax MethodOf(
        TypeSyntax type, SyntaxTokenList modifiers, BlockSyntax? body, ArrowExpressionClauseSyntax? expression) =>
        SyntaxFactory.MethodDeclaration(type, "Getter")
            .WithModifiers(PrivateAnd(modifiers))
            .WithBody(body)
            .WithExpressionBody(expression)
            .WithSemicolonToken(
                expression is null ? default : SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    private static SyntaxTokenList PrivateAnd(SyntaxTokenList modifiers) =>
    [
        SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        .. modifiers.Where(modifier => Kept.Contains(modifier.Kind())).DistinctBy(modifier => modifier.Kind())
            .Select(modifier => modifier.WithTrailingTrivia(SyntaxFactory.Space)),
    ];
}
