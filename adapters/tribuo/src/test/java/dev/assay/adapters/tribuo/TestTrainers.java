package dev.assay.adapters.tribuo;

import java.util.List;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.mnb.MultinomialNaiveBayesTrainer;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.kernel.KernelSVMTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.kernel.RBF;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.baseline.DummyRegressionTrainer;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.libsvm.LibSVMRegressionTrainer;
import org.tribuo.regression.libsvm.SVMRegressionType;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.fm.FMRegressionTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;
import org.tribuo.regression.slm.LARSTrainer;
import org.tribuo.regression.slm.SLMTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** New trainers by name, as a user would make them. */
enum TestTrainers {
    LOGISTIC_REGRESSION {
        @Override
        Trainer<Label> labels() {
            return new LogisticRegressionTrainer();
        }
    },
    SCALED_LOGISTIC_REGRESSION {
        @Override
        Trainer<Label> labels() {
            return scaled(new LogisticRegressionTrainer());
        }
    },
    HINGE {
        @Override
        Trainer<Label> labels() {
            return new LinearSGDTrainer(new Hinge(), new AdaGrad(0.1), 5, 1);
        }
    },
    KERNEL_SVM {
        @Override
        Trainer<Label> labels() {
            return new KernelSVMTrainer(new RBF(0.5), 0.1, 2, 1);
        }
    },
    TREE {
        @Override
        Trainer<Label> labels() {
            return new CARTClassificationTrainer(4);
        }
    },
    FOREST {
        @Override
        Trainer<Label> labels() {
            return new RandomForestTrainer<>(new CARTClassificationTrainer(5, 0.5f, 1), new VotingCombiner(), 7, 11);
        }
    },
    ADA_BOOST {
        @Override
        Trainer<Label> labels() {
            return new AdaBoostTrainer(new CARTClassificationTrainer(1), 5, 3);
        }
    },
    BAGGED_MARGINS {
        @Override
        Trainer<Label> labels() {
            return new BaggingTrainer<>(new LibLinearClassificationTrainer(), new FullyWeightedVotingCombiner(), 3, 5);
        }
    },
    LIB_LINEAR {
        @Override
        Trainer<Label> labels() {
            return new LibLinearClassificationTrainer();
        }
    },
    LIB_LINEAR_PROBABILITIES {
        @Override
        Trainer<Label> labels() {
            LinearClassificationType type = new LinearClassificationType(LinearClassificationType.LinearType.L2R_LR);
            return new LibLinearClassificationTrainer(type, 1, 0.1);
        }
    },
    LIB_SVM {
        @Override
        Trainer<Label> labels() {
            return new LibSVMClassificationTrainer(svm());
        }
    },
    SCALED_LIB_SVM {
        @Override
        Trainer<Label> labels() {
            return scaled(new LibSVMClassificationTrainer(svm()));
        }
    },
    LIB_SVM_PROBABILITIES {
        @Override
        Trainer<Label> labels() {
            SVMParameters<Label> parameters = svm();
            parameters.setProbability();
            return new LibSVMClassificationTrainer(parameters);
        }
    },
    DUMMY {
        @Override
        Trainer<Label> labels() {
            return DummyClassifierTrainer.createMostFrequentTrainer();
        }
    },
    FACTORIZATION_MACHINE {
        @Override
        Trainer<Label> labels() {
            return new FMClassificationTrainer(new LogMulticlass(), new AdaGrad(0.1), 5, 1, 3, 0.1);
        }
    },
    NAIVE_BAYES {
        @Override
        Trainer<Label> labels() {
            return new MultinomialNaiveBayesTrainer();
        }
    },
    NEAREST_NEIGHBOURS {
        @Override
        Trainer<Label> labels() {
            return new KNNTrainer<>(
                    5,
                    new L2Distance(),
                    1,
                    new VotingCombiner(),
                    KNNModel.Backend.THREADPOOL,
                    NeighboursQueryFactoryType.BRUTE_FORCE);
        }
    },
    BAGGED_TREES {
        @Override
        Trainer<Label> labels() {
            return new BaggingTrainer<>(new CARTClassificationTrainer(4), new VotingCombiner(), 4, 5);
        }
    },
    XGBOOST {
        @Override
        Trainer<Label> labels() {
            return new XGBoostClassificationTrainer(5, 1, true);
        }
    },
    REGRESSION_TREE {
        @Override
        Trainer<Regressor> numbers() {
            return new CARTRegressionTrainer(5);
        }
    },
    REGRESSION_FOREST {
        @Override
        Trainer<Regressor> numbers() {
            CARTRegressionTrainer tree = new CARTRegressionTrainer(5, 2, 0, 0.5f, false, new MeanSquaredError(), 1);
            return new RandomForestTrainer<>(tree, new AveragingCombiner(), 5, 11);
        }
    },
    LINEAR_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new org.tribuo.regression.sgd.linear.LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 5, 1);
        }
    },
    JOINT_REGRESSION_TREE {
        @Override
        Trainer<Regressor> numbers() {
            return new CARTJointRegressionTrainer(4, false);
        }
    },
    LEAST_ANGLE_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new LARSTrainer(5);
        }
    },
    SPARSE_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new SLMTrainer(true, 5);
        }
    },
    LIB_LINEAR_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new LibLinearRegressionTrainer();
        }
    },
    LIB_SVM_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new LibSVMRegressionTrainer(new SVMParameters<>(
                    new SVMRegressionType(SVMRegressionType.SVMMode.EPSILON_SVR), KernelType.LINEAR));
        }
    },
    FACTORIZATION_MACHINE_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new FMRegressionTrainer(new SquaredLoss(), new AdaGrad(0.01), 5, 1, 3, 0.1, true);
        }
    },
    XGBOOST_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new XGBoostRegressionTrainer(XGBoostRegressionTrainer.RegressionType.LINEAR, 5, 1, true);
        }
    },
    DUMMY_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return DummyRegressionTrainer.createMedianTrainer();
        }
    };

    Trainer<Label> labels() {
        throw new UnsupportedOperationException(this + " learns numbers");
    }

    Trainer<Regressor> numbers() {
        throw new UnsupportedOperationException(this + " learns labels");
    }

    private static Trainer<Label> scaled(Trainer<Label> trainer) {
        return new TransformTrainer<>(trainer, new TransformationMap(List.of(new MeanStdDevTransformation())));
    }

    private static SVMParameters<Label> svm() {
        return new SVMParameters<>(new SVMClassificationType(SVMClassificationType.SVMMode.C_SVC), KernelType.RBF);
    }
}
