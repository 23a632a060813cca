using System.Globalization;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.CrossChecking;

/// <summary>A folder of questions as SMT-LIB 2 files, one each, for any solver to read.</summary>
/// <param name="directory">The folder; it is made when the first file is saved.</param>
public sealed class ObligationFolder(string directory)
{
    /// <summary>
    /// Saves a question, or another kind of obligation, with Z3's answer as its status, and returns the file's name.
    /// </summary>
    internal string Save(ProofCase proof, Obligation obligation, string kind = "question")
    {
        Directory.CreateDirectory(directory);
        var number = obligation.Number.ToString("d4", CultureInfo.InvariantCulture);
        var file = Path.Combine(directory, $"{proof.Name}-{(kind == "question" ? "" : kind + "-")}{number}.smt2");
        File.WriteAllText(file,
            $"""
            ; {proof.Requirement}, {kind} {obligation.Number} of {proof.Name}.
            ; {proof.Text}
            (set-info :status {(obligation.IsSatisfiable ? "sat" : "unsat")})

            """
            + obligation.Script);
        return file;
    }
}
